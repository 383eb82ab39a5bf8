package io.headroom.host.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.probe.HostMeasurement;
import io.headroom.executor.probe.WorkerUse;
import io.headroom.host.probe.ChannelProbe;
import io.headroom.host.service.SupervisedProgram;
import io.headroom.host.ssh.SshConnector;
import io.headroom.model.unit.Mebibytes;
import io.headroom.testing.host.BenchFolder;
import io.headroom.testing.host.OpenSshServer;
import io.headroom.testing.host.Ports;
import io.headroom.testing.host.Supervisord;
import io.headroom.testing.host.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A bench layout under Debian's supervisor, changed and measured over a real OpenSSH server. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchOnHostIT {

  private Path bench = Path.of("");
  private int port;
  private OpenSshServer server;
  private Supervisord supervisord;
  private HostChannel channel;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    port = Ports.free();
    bench = BenchFolder.make(temp, port);
    Process setup =
        new ProcessBuilder(
                bench.resolve("env/bin/bench").toString(), "setup", "supervisor", "--yes")
            .directory(bench.toFile())
            .inheritIO()
            .start();
    assertThat(setup.waitFor()).isZero();
    Files.createDirectories(temp.resolve("programs"));
    Files.createSymbolicLink(
        temp.resolve("programs/frappe-bench.conf"), bench.resolve("config/supervisor.conf"));
    server = OpenSshServer.start(Files.createDirectories(temp.resolve("ssh")));
    channel = new SshConnector(Optional.empty()).open(server.target());
    supervisord = Supervisord.start(temp);
    supervisord.awaitRunning(channel, "frappe-bench-web:frappe-bench-frappe-web");
  }

  @AfterAll
  void stop() {
    if (supervisord != null) {
      supervisord.close();
      channel.close();
      server.close();
    }
  }

  private BenchRecipe recipe(Reload reload) {
    return new BenchRecipe(
        new BenchLayout(bench.toString(), System.getProperty("user.name")),
        new SupervisedBench(supervisord.supervisor()),
        reload);
  }

  private Convergence convergence() {
    return new Convergence(
        channel, length -> LockSupport.parkNanos(length.toNanos()), Duration.ofSeconds(40));
  }

  private static HostSettings counts(int web, int background) {
    return HostSettings.of(HostSetting.WEB_WORKERS, web)
        .with(HostSetting.BACKGROUND_WORKERS, background);
  }

  private void assertAgreed(int web, int background) throws IOException {
    String config = BenchFolder.config(port);
    assertThat(bench.resolve("sites/common_site_config.json"))
        .content()
        .isEqualTo(
            config
                .replace("\"gunicorn_workers\": 5", "\"gunicorn_workers\": " + web)
                .replace("\"background_workers\": 1", "\"background_workers\": " + background));
    assertThat(bench.resolve("config/supervisor.conf"))
        .content()
        .contains(" -w " + web + " ", "numprocs=" + background);
    assertThat(counted("127.0.0.1:" + port)).isEqualTo(web);
    assertThat(
            ProcessHandle.allProcesses()
                .filter(process -> has(process, bench + "/env/bin/bench worker"))
                .count())
        .isEqualTo(3L * background);
  }

  private static long counted(String text) {
    return ProcessHandle.allProcesses()
        .filter(process -> has(process, text))
        .filter(process -> process.parent().filter(parent -> has(parent, text)).isPresent())
        .count();
  }

  private static boolean has(ProcessHandle process, String text) {
    return process.info().commandLine().filter(line -> line.contains(text)).isPresent();
  }

  @Test
  void fileSupervisorAndProcessesAgreeAfterEachChange() throws IOException {
    assertThat(convergence().reach(recipe(Reload.RESTART), counts(9, 2))).isEqualTo(counts(9, 2));
    assertAgreed(9, 2);

    assertThat(convergence().reach(recipe(Reload.RESTART), counts(5, 1))).isEqualTo(counts(5, 1));
    assertAgreed(5, 1);
  }

  @Test
  void changesWebWorkersWithoutAFailedRequest() throws IOException {
    try (Traffic traffic = Traffic.to(port)) {
      convergence().reach(recipe(Reload.SIGNALS), HostSettings.of(HostSetting.WEB_WORKERS, 9));
      assertAgreed(9, 1);
      convergence().reach(recipe(Reload.SIGNALS), HostSettings.of(HostSetting.WEB_WORKERS, 5));
      assertAgreed(5, 1);
      assertThat(traffic.answered()).isPositive();
      assertThat(traffic.failed()).isZero();
    }
  }

  @Test
  void measuresWhatTheKernelSaysTheWorkersHold() throws IOException {
    HostMeasurement measured = new ChannelProbe(List.of(recipe(Reload.RESTART))).measure(channel);

    WorkerUse web = measured.web().orElseThrow();
    assertThat(web.count()).isEqualTo(5);
    assertThat(web.maxRequests()).hasValue(5000);
    assertThat(web.memory().orElseThrow().total().value())
        .isCloseTo(proportional().value(), Percentage.withPercentage(5));
    assertThat(measured.profile().recipe()).contains("frappe-bench");
    assertThat(measured.profile().web().orElseThrow().perWorkerHigh()).isPresent();
    assertThat(measured.background().orElseThrow().count()).isEqualTo(1);
    assertThat(measured.profile().services()).contains("rq");
    assertThat(measured.condition().cpus()).isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  /** The kernel's own figures of the workers, page by page rather than rolled up. */
  private Mebibytes proportional() throws IOException {
    String address = "127.0.0.1:" + port;
    List<Path> maps =
        ProcessHandle.allProcesses()
            .filter(process -> has(process, address))
            .filter(process -> process.parent().filter(one -> has(one, address)).isPresent())
            .map(process -> Path.of("/proc", Long.toString(process.pid()), "smaps"))
            .toList();
    double kibibytes = 0;
    for (Path file : maps) {
      kibibytes +=
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith("Pss:"))
              .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
              .sum();
    }
    return new Mebibytes(kibibytes / 1024);
  }

  @Test
  void convergesWhereOnlyTheFileWasChanged() throws IOException {
    Path file = bench.resolve("sites/common_site_config.json");
    Files.writeString(
        file, Files.readString(file).replace("\"gunicorn_workers\": 5", "\"gunicorn_workers\": 3"));

    convergence().reach(recipe(Reload.RESTART), counts(3, 1));
    assertAgreed(3, 1);
    convergence().reach(recipe(Reload.RESTART), counts(5, 1));
  }

  @Test
  void findsTheMasterOfTheBench() {
    assertThat(
            new SupervisedProgram(
                    supervisord.supervisor(), "frappe-bench-web:frappe-bench-frappe-web")
                .mainProcess(channel))
        .isPresent();
  }

  @Test
  void putsTheFileBackWhereBenchFails() throws IOException {
    Path program = bench.resolve("env/bin/bench");
    Path aside = bench.resolve("env/bin/bench.aside");
    Files.move(program, aside);
    try {
      assertThatThrownBy(() -> convergence().reach(recipe(Reload.RESTART), counts(7, 1)))
          .isInstanceOf(ChannelException.class)
          .hasMessageContaining("Cannot run bench-setup-supervisor");
    } finally {
      Files.move(aside, program);
    }
    assertAgreed(5, 1);
  }
}
