package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.collector.AccessReport;
import io.headroom.collector.Probe;
import io.headroom.collector.Scope;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.testing.CommandRun;
import io.headroom.testing.FixedClouds;
import io.headroom.testing.InMemoryCloud;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

  private static final Scope EAST = Scope.of(Provider.AWS, "111122223333", "us-east-1");
  private static final List<Probe> ALLOWED =
      FixedClouds.PERMISSIONS.stream().map(FixedClouds::allowed).toList();

  private final InMemoryCloud cloud = new InMemoryCloud();
  private final FixedClouds clouds = FixedClouds.of(Provider.AWS, cloud);

  @BeforeEach
  void addMachines() {
    add("i-measured", InstanceState.RUNNING);
    memory("i-measured");
  }

  @Test
  void saysThatAllIsWell() {
    CommandRun run = doctor("--provider", "aws");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains(
            "arn:aws:iam::111122223333:role/reader, account 111122223333",
            "that of the provider, as far as can be told",
            "every machine that runs has a memory metric")
        .endsWith("All is well in what was checked.\n");
  }

  @Test
  void namesMachinesWithoutMemoryAndTheCommandThatHelps() {
    add("i-blind", InstanceState.RUNNING);
    add("i-off", InstanceState.STOPPED);

    CommandRun run = doctor("--provider", "aws");

    assertThat(run.exitCode()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.out())
        .contains(
            "1 of 3 machines runs without a memory metric",
            "1 without one do not run",
            "  i-blind  m5.large",
            "To get one on 1 Linux machine",
            "  install agent",
            "1 thing to mend in what was checked.")
        .doesNotContain("  i-off");
  }

  @Test
  void printsThePolicyOfWhatIsMissingAlone() {
    clouds.allow(
        FixedClouds.answered(
            List.of(
                FixedClouds.allowed(FixedClouds.PERMISSIONS.get(0)),
                FixedClouds.denied(FixedClouds.PERMISSIONS.get(1)),
                FixedClouds.allowed(FixedClouds.PERMISSIONS.get(2)))));

    CommandRun run = doctor("--provider", "aws");

    assertThat(run.exitCode()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.out())
        .contains("Missing permissions on aws", "\"ec2:DescribeVolumes\"\n", "HeadroomCollect")
        .doesNotContain("\"ec2:DescribeInstances\"", "HeadroomCatalog");
  }

  @Test
  void endsWithOneWhenNothingCanBeRead() {
    clouds.allow(
        new AccessReport(
            Optional.empty(),
            Optional.of(
                new CloudException(
                    FailureKind.CREDENTIALS, "GetCallerIdentity", "ExpiredToken", "Cannot call")),
            Optional.empty(),
            List.of()));

    CommandRun run = doctor("--provider", "aws");

    assertThat(run.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run.out()).contains("Cannot call").doesNotContain("memory");
  }

  @Test
  void namesAClockThatIsTooFarOff() {
    clouds.allow(
        new AccessReport(
            Optional.of(FixedClouds.WHO),
            Optional.empty(),
            Optional.of(Duration.ofSeconds(-61)),
            ALLOWED));

    CommandRun run = doctor("--provider", "aws");

    assertThat(run.exitCode()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.out()).contains("61.0 s behind the provider's, more than the 60 s");
  }

  @Test
  void looksAtTheCloudsItFindsAndSaysWhichItDoesNot() {
    CommandRun run = doctor();

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("aws 111122223333 us-east-1", "shipped ones are valid")
        .containsPattern("not checked +gce +cloud +Cannot ask gce");
  }

  @Test
  void saysThatItLookedAtNoCloud() {
    CommandRun run = CommandRun.of("doctor");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .endsWith("All is well here; no cloud was looked at, name one with --provider.\n");
  }

  @Test
  void checksPoliciesThatAreNamed() {
    CommandRun run = doctor("--policy", "no-such-policy");

    assertThat(run.exitCode()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.out()).containsPattern("failed +here +policy .*no-such-policy");
  }

  @Test
  void writesADocumentForPrograms() throws Exception {
    add("i-blind", InstanceState.RUNNING);

    JsonNode document =
        new ObjectMapper().readTree(doctor("--provider", "aws", "-o", "json").out());

    assertThat(document.path("kind").asText()).isEqualTo("Diagnosis");
    assertThat(document.path("to_mend").asInt()).isEqualTo(1);
    JsonNode scope = document.path("scopes").path(0);
    assertThat(scope.path("clock_ahead_seconds").asDouble()).isEqualTo(0.3);
    assertThat(scope.path("without_memory").path(0).path("id").asText()).isEqualTo("i-blind");
    assertThat(scope.path("agent_setup").path(0).path("commands").path(0).asText())
        .isEqualTo("install agent");
    assertThat(document.path("missing_permissions")).isEmpty();
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(doctor("--provider", "azure").err())
        .contains("Invalid --provider: azure; expected aws or gce");
    assertThat(doctor("--region", "us-east-1").err()).contains("Missing --provider NAME");
  }

  private CommandRun doctor(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "doctor";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return CommandRun.asking(clouds, arguments);
  }

  private void add(String id, InstanceState state) {
    cloud.add(
        EAST,
        Instance.builder(
                id,
                new Placement(Provider.AWS, "111122223333", "us-east-1", Optional.empty()),
                TypeHistory.assumed("m5.large"))
            .state(state)
            .build());
  }

  private void memory(String id) {
    cloud.samples(
        id,
        Series.of(
            Metric.MEMORY_USED,
            SampleUnit.BYTES,
            Instant.parse("2026-07-20T00:00:00Z"),
            300,
            new float[1]));
  }
}
