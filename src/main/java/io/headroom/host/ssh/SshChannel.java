package io.headroom.host.ssh;

import io.headroom.executor.channel.CommandResult;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.host.channel.CappedOutput;
import io.headroom.host.channel.Deadline;
import io.headroom.host.channel.Login;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/** Runs commands on a host over one SSH connection. */
public final class SshChannel implements HostChannel {

  private static final Duration OPEN = Duration.ofSeconds(15);
  private static final Duration TICK = Duration.ofMillis(200);

  private final SshTarget target;
  private final SshClient client;
  private final ClientSession session;
  private final Login login;

  SshChannel(SshTarget target, SshClient client, ClientSession session) {
    this.target = target;
    this.client = client;
    this.session = session;
    this.login = new Login(target.user());
  }

  @Override
  public String name() {
    return target.toString();
  }

  @Override
  public CommandResult run(HostCommand command, Duration timeout) {
    Deadline deadline = new Deadline(name(), command, timeout);
    CappedOutput out = new CappedOutput();
    CappedOutput err = new CappedOutput();
    try (ChannelExec exec =
        session.createExecChannel(ShellWords.line(login.words(command, timeout)))) {
      exec.setOut(out);
      exec.setErr(err);
      exec.open().verify(OPEN);
      feed(exec, command);
      await(exec, deadline, out, err);
      return deadline.met(
          new CommandResult(
              Optional.ofNullable(exec.getExitStatus())
                  .orElseThrow(() -> deadline.broken(new IOException("no exit code came"))),
              out.text(),
              err.text()));
    } catch (IOException | IllegalStateException e) {
      // MINA says by the second that the session was closed before the channel was opened
      throw deadline.broken(e);
    }
  }

  private static void feed(ChannelExec exec, HostCommand command) {
    try (WritableByteChannel to = Channels.newChannel(exec.getInvertedIn())) {
      to.write(command.input().duplicate());
    } catch (IOException e) {
      // the command ended without reading all of it; its exit code says what that means
    }
  }

  /** The wait is cut into pieces so that a flood is stopped while it comes. */
  private static void await(
      ChannelExec exec, Deadline deadline, CappedOutput out, CappedOutput err) {
    long end = System.nanoTime() + deadline.patience().toNanos();
    while (true) {
      Set<ClientChannelEvent> events =
          exec.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), TICK.toMillis());
      if (out.isFlooded() || err.isFlooded()) {
        throw deadline.flooded();
      }
      if (events.contains(ClientChannelEvent.CLOSED)) {
        return;
      }
      if (System.nanoTime() - end > 0) {
        throw deadline.missed();
      }
    }
  }

  @Override
  public void close() {
    session.close(/* immediately= */ true);
    client.stop();
  }
}
