package io.headroom.host.local;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.channel.CommandResult;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.host.channel.CappedOutput;
import io.headroom.host.channel.Deadline;
import io.headroom.host.channel.Login;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs commands on this host, for a machine that looks after itself. */
public final class LocalChannel implements HostChannel {

  private static final int BUFFER = 8192;

  private final Login login;

  /** Takes the account this program runs under. */
  public LocalChannel(Login login) {
    this.login = login;
  }

  @Override
  public String name() {
    return "this host";
  }

  @Override
  public CommandResult run(HostCommand command, Duration timeout) {
    Deadline deadline = new Deadline(name(), command, timeout);
    Process process = started(command, deadline);
    CappedOutput out = new CappedOutput();
    CappedOutput err = new CappedOutput();
    Thread reader = copying(process.getInputStream(), out, process);
    Thread complaints = copying(process.getErrorStream(), err, process);
    feed(process, command);
    try {
      if (!process.waitFor(deadline.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw deadline.missed();
      }
      // a grandchild that keeps the pipe open does not hold up the answer
      reader.join(BUFFER);
      complaints.join(BUFFER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw deadline.broken(e);
    } finally {
      process.destroyForcibly();
    }
    if (out.isFlooded() || err.isFlooded()) {
      throw deadline.flooded();
    }
    return deadline.met(new CommandResult(process.exitValue(), out.text(), err.text()));
  }

  private Process started(HostCommand command, Deadline deadline) {
    try {
      return new ProcessBuilder(login.words(command, deadline.timeout())).start();
    } catch (IOException e) {
      throw new ChannelException(
          ChannelFailure.UNEXPECTED,
          "Cannot run " + command + " over " + name() + ": " + e.getMessage(),
          e);
    }
  }

  private static Thread copying(InputStream from, CappedOutput to, Process process) {
    Thread thread =
        new Thread(
            () -> {
              byte[] buffer = new byte[BUFFER];
              try (from) {
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                  to.write(buffer, 0, read);
                  if (to.isFlooded()) {
                    process.destroyForcibly();
                  }
                }
              } catch (IOException e) {
                // the process was ended, and what it printed so far is kept
              }
            },
            "headroom-local-output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void feed(Process process, HostCommand command) {
    try (OutputStream in = process.getOutputStream();
        WritableByteChannel to = Channels.newChannel(in)) {
      to.write(command.input().duplicate());
    } catch (IOException e) {
      // the command ended without reading all of it; its exit code says what that means
    }
  }

  @Override
  public void close() {
    // nothing stays open between commands
  }
}
