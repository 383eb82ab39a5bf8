package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.probe.HostCondition;
import io.headroom.executor.probe.HostMeasurement;
import io.headroom.executor.probe.HostProbe;
import io.headroom.executor.probe.QueueState;
import io.headroom.executor.probe.WorkerUse;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Utilization;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostsCommandTest {

  private static final HostMeasurement MEASURED =
      new HostMeasurement(
          "ssh frappe@10.0.0.5",
          List.of("i-0123456789abcdef0", "erp-1\u001b[31m"),
          new HostProfile(
              Optional.of("frappe-bench"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              new TreeSet<>(List.of("mariadb", "rq")),
              List.of(
                  new MemoryPool(
                      "mariadb",
                      new Mebibytes(2048),
                      Optional.of(new Mebibytes(1500)),
                      MemoryPool.Kind.BUFFER_POOL))),
          new HostCondition(
              4,
              new Mebibytes(15_872),
              Duration.ofHours(50),
              OptionalInt.of(1),
              OptionalInt.empty(),
              OptionalInt.of(3),
              new TreeMap<>(Map.of("cpu", Utilization.ofPercent(12.5)))),
          Optional.of(
              new WorkerUse(
                  9,
                  1,
                  Optional.of(
                      new WorkerUse.Footprint(
                          new Mebibytes(1170), new Mebibytes(150), new Mebibytes(110))),
                  OptionalInt.of(2),
                  OptionalInt.of(0),
                  OptionalInt.of(5000))),
          Optional.empty(),
          List.of(new QueueState("short", 2, Optional.of(Instant.parse("2026-07-20T10:00:00Z")))));

  private record Run(int exitCode, String out, String err) {}

  private static Run run(HostProbe probe, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            /* outIsTerminal= */ false,
            /* errIsTerminal= */ false,
            Map.of());
    Connections none = Connections.none();
    int exitCode =
        new HeadroomCli(
                terminal,
                "1",
                new Connections(
                    none.clouds(),
                    none.catalogs(),
                    none.stores(),
                    none.configuredStore(),
                    none.rehearsals(),
                    file -> probe,
                    none.service()),
                InstantSource.system())
            .run(List.of(arguments));
    return new Run(exitCode, out.toString(), err.toString());
  }

  @Test
  void showsWhatWasMeasured() {
    Run run = run(machine -> MEASURED, "host", "probe", "erp-1");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            host         i-0123456789abcdef0, erp-1\\u001B[31m by ssh frappe@10.0.0.5
            machine      4 vCPU, 15.5 GiB, up 2 d 2 h
            pressure     cpu 12.5 % of the last 5 minutes
            failures     out-of-memory kills 1 since boot, not known in 7 days; worker timeouts 3 in 7 days
            recipe       frappe-bench
            web workers  9, 1.1 GiB in all, each 110 MiB to 150 MiB (shared pages counted once), busy now 2, waiting 0, replaced after 5000
            services     mariadb, rq
            mariadb      2 GiB reserved, 1.5 GiB used
            queue        short: 2 jobs, the oldest since 2026-07-20T10:00:00Z
            """);
  }

  @Test
  void writesADocumentWithoutWhatIsNotKnown() throws Exception {
    Run run = run(machine -> MEASURED, "host", "probe", "erp-1", "-o", "json");

    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.path("kind").asText()).isEqualTo("HostMeasurement");
    assertThat(json.path("machine").asText()).isEqualTo("erp-1");
    assertThat(json.at("/web/per_worker_mib").decimalValue()).isEqualByComparingTo("150");
    assertThat(json.at("/web/per_worker_low_mib").decimalValue()).isEqualByComparingTo("110");
    assertThat(json.at("/pressure_fraction/cpu").decimalValue()).isEqualByComparingTo("0.125");
    assertThat(json.has("out_of_memory_kills_7d")).isFalse();
    assertThat(json.has("background")).isFalse();
  }

  @Test
  void saysWhyAHostCannotBeReached() {
    Run run =
        run(
            machine -> {
              throw new ChannelException(
                  ChannelFailure.UNREACHABLE, "Cannot open ssh frappe@10.0.0.5: it is off");
            },
            "host",
            "probe",
            "erp-1");

    assertThat(run.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run.err()).isEqualTo("headroom: Cannot open ssh frappe@10.0.0.5: it is off\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void printsTheBootStepInEveryForm(@TempDir Path folder) throws Exception {
    for (String form : List.of("script", "startup-script")) {
      Path script =
          Files.writeString(
              folder.resolve(form),
              run(machine -> MEASURED, "host", "boot-script", "--as", form).out());
      Process check = new ProcessBuilder("/bin/sh", "-n", script.toString()).start();
      assertThat(new String(check.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEmpty();
    }
    Run cloudInit =
        run(
            machine -> MEASURED,
            "host",
            "boot-script",
            "--as",
            "cloud-init",
            "--set",
            "RECIPE=frappe-bench");
    assertThat(cloudInit.out())
        .startsWith("#cloud-config\nwrite_files:\n  - path: /etc/headroom/boot.conf\n")
        .contains("      RECIPE=frappe-bench\n", "      #!/bin/sh\n");
  }

  @Test
  void refusesASettingThatTheScriptDoesNotRead() {
    Run run = run(machine -> MEASURED, "host", "boot-script", "--set", "RECIPE=$(id)");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("Invalid --set: RECIPE=$(id)");
  }
}
