package io.headroom.host.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.HostChannel;
import io.headroom.host.edit.LineNumber;
import io.headroom.host.service.SupervisedProgram;
import io.headroom.host.ssh.SshConnector;
import io.headroom.testing.host.GunicornApp;
import io.headroom.testing.host.OpenSshServer;
import io.headroom.testing.host.Ports;
import io.headroom.testing.host.Programs;
import io.headroom.testing.host.Supervisord;
import io.headroom.testing.host.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Debian's gunicorn under Debian's supervisor, changed over a real OpenSSH server. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GunicornOnHostIT {

  private Path folder = Path.of("");
  private OpenSshServer server;
  private Supervisord supervisord;
  private HostChannel channel;
  private int port;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    Path gunicorn = Programs.require("gunicorn");
    folder = temp;
    port = Ports.free();
    server = OpenSshServer.start(Files.createDirectories(temp.resolve("ssh")));
    channel = new SshConnector(Optional.empty()).open(server.target());
    GunicornApp.write(folder);
    configure("workers = 5\n");
    Files.createDirectories(folder.resolve("programs"));
    Files.writeString(
        folder.resolve("programs/app.conf"),
        String.format(
            Locale.ROOT,
            """
        [program:app]
        command=%s --bind 127.0.0.1:%s --preload --graceful-timeout 10 -c %s app:application
        directory=%s
        """,
            gunicorn,
            Integer.toString(port),
            folder.resolve("gunicorn.conf.py"),
            folder));
    supervisord = Supervisord.start(folder);
    supervisord.awaitRunning(channel, "app");
  }

  @AfterAll
  void stop() {
    if (supervisord != null) {
      supervisord.close();
      channel.close();
      server.close();
    }
  }

  private void configure(String text) throws IOException {
    Files.writeString(folder.resolve("gunicorn.conf.py"), "# ours\n" + text);
  }

  private HostRecipe recipe(Reload reload) {
    return new ServiceRecipe(
        "gunicorn",
        new ChangedFile(folder.resolve("gunicorn.conf.py").toString(), Optional.empty()),
        LineNumber.setting("workers"),
        "",
        new SupervisedProgram(supervisord.supervisor(), "app"),
        reload,
        WorkerSign.GUNICORN);
  }

  private Convergence convergence() {
    return new Convergence(
        channel, length -> LockSupport.parkNanos(length.toNanos()), Duration.ofSeconds(15));
  }

  private static HostSettings web(int count) {
    return HostSettings.of(HostSetting.WEB_WORKERS, count);
  }

  /** Counted here, not by the recipe: children of a gunicorn that is no child of one. */
  private long counted() {
    return ProcessHandle.allProcesses()
        .filter(this::isGunicorn)
        .filter(process -> process.parent().filter(this::isGunicorn).isPresent())
        .count();
  }

  private boolean isGunicorn(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("127.0.0.1:" + port))
        .isPresent();
  }

  @BeforeEach
  void fiveWorkers() throws IOException {
    configure("workers = 5\n");
    convergence().reach(recipe(Reload.SIGNALS), web(5));
    assertThat(counted()).isEqualTo(5);
  }

  @Test
  void growsAndShrinksWithoutAFailedRequest() throws Exception {
    try (Traffic traffic = Traffic.to(port)) {
      for (Reload reload : List.of(Reload.SIGNALS, Reload.RELOAD)) {
        assertThat(convergence().reach(recipe(reload), web(9))).isEqualTo(web(9));
        assertThat(counted()).isEqualTo(9);
        assertThat(convergence().reach(recipe(reload), web(5))).isEqualTo(web(5));
        assertThat(counted()).isEqualTo(5);
      }
      assertThat(traffic.answered()).isGreaterThan(50);
      assertThat(traffic.failed()).isZero();
    }
    assertThat(folder.resolve("gunicorn.conf.py")).content().isEqualTo("# ours\nworkers = 5\n");
  }

  @Test
  void holdsAfterARestart() {
    convergence().reach(recipe(Reload.SIGNALS), web(7));
    recipe(Reload.RESTART).reload(channel, web(7));
    supervisordRuns();

    assertThat(convergence().reach(recipe(Reload.SIGNALS), web(7))).isEqualTo(web(7));
    assertThat(counted()).isEqualTo(7);
  }

  private void supervisordRuns() {
    try {
      supervisord.awaitRunning(channel, "app");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void doesNothingWhereAllIsWell() throws IOException {
    long written = Files.getLastModifiedTime(folder.resolve("gunicorn.conf.py")).toMillis();
    List<ProcessHandle> before = ProcessHandle.allProcesses().filter(this::isGunicorn).toList();

    convergence().reach(recipe(Reload.RESTART), web(5));

    assertThat(ProcessHandle.allProcesses().filter(this::isGunicorn).toList()).isEqualTo(before);
    assertThat(Files.getLastModifiedTime(folder.resolve("gunicorn.conf.py")).toMillis())
        .isEqualTo(written);
  }

  @Test
  void convergesWhereTheFileWasWrittenAndNothingWasRestarted() throws IOException {
    configure("workers = 6\n");

    assertThat(convergence().reach(recipe(Reload.RELOAD), web(6))).isEqualTo(web(6));
    assertThat(counted()).isEqualTo(6);
  }

  @Test
  void putsEverythingBackWhereTheCountIsNotReached() throws IOException {
    // the last line wins in Python, whatever the first says: 8 are never reached
    configure("workers = 5\nlocals()['workers'] = 5\n");

    assertThatThrownBy(() -> convergence().reach(recipe(Reload.RELOAD), web(8)))
        .isInstanceOf(ChannelException.class)
        .hasMessageContaining("Cannot set web_workers 8 by gunicorn over ssh")
        .hasMessageContaining("web_workers 5 after 15 s; put back to web_workers 5");
    assertThat(counted()).isEqualTo(5);
    assertThat(folder.resolve("gunicorn.conf.py")).content().contains("workers = 5\nlocals()");
  }

  @Test
  void leavesAFileAloneThatItDoesNotUnderstand() throws IOException {
    configure("workers = 2 * cores() + 1\n");

    assertThatThrownBy(() -> convergence().reach(recipe(Reload.RELOAD), web(8)))
        .isInstanceOf(ChannelException.class)
        .hasMessageContaining("workers is not a whole number");
    assertThat(folder.resolve("gunicorn.conf.py")).content().contains("2 * cores() + 1");
    assertThat(counted()).isEqualTo(5);
  }
}
