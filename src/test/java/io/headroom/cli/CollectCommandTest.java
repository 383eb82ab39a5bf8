package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.collector.CloudSelection;
import io.headroom.collector.Scope;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.testing.FixedCatalogs;
import io.headroom.testing.FixedClouds;
import io.headroom.testing.InMemoryCloud;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectCommandTest {

  private static final Instant NOW = Instant.parse("2026-07-20T12:03:00Z");
  private static final Scope EAST = Scope.of(Provider.AWS, "111122223333", "us-east-1");

  @TempDir private Path folder = Path.of("");

  private final InMemoryCloud cloud = new InMemoryCloud();
  private final FixedClouds clouds = FixedClouds.of(cloud);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void addMachine() {
    cloud.add(
        EAST,
        Instance.builder(
                "i-a",
                new Placement(Provider.AWS, "111122223333", "us-east-1", Optional.empty()),
                TypeHistory.assumed("m5.large"))
            .build());
    cloud.samples(
        "i-a",
        Series.of(
            Metric.CPU_UTILIZATION_AVG,
            SampleUnit.PERCENT,
            Instant.parse("2026-07-20T00:00:00Z"),
            300,
            new float[144]));
  }

  @Test
  void makesARecordingThatOtherCommandsRead() {
    assertThat(run("collect", "--provider", "aws", "--recording", fleet(), "--lookback", "1d"))
        .isEqualTo(ExitCode.OK);

    // a day in slots of five minutes; now is three minutes into a slot
    assertThat(out.toString())
        .isEqualTo(
            "1 machine until 2026-07-20T12:00:00Z: 1 request, 288 points, 0.00001 USD at list price;"
                + " next: headroom recommend --recording "
                + fleet()
                + "\n");
    assertThat(err.toString()).contains("1 of 1 machine has no memory metric, such as i-a");
    assertThat(run("recommend", "--recording", fleet())).isEqualTo(ExitCode.OK);
  }

  @Test
  void handsOverWhatWasSelected() {
    run(
        "collect",
        "--provider",
        "aws",
        "--recording",
        fleet(),
        "--account",
        "prod",
        "--account",
        "stage",
        "--role",
        "reader",
        "--region",
        "us-east-1,eu-west-1");

    assertThat(clouds.selections())
        .containsExactly(
            new CloudSelection(
                Provider.AWS,
                List.of("prod", "stage"),
                Optional.of("reader"),
                List.of("us-east-1", "eu-west-1")));
  }

  @Test
  void endsWithThreeWhenSomethingCouldNotBeRead() {
    cloud.fail("i-a", FailureKind.UNAVAILABLE);

    assertThat(run("collect", "--provider", "aws", "--recording", fleet()))
        .isEqualTo(ExitCode.PARTIAL);
    assertThat(err.toString()).contains("problem: No new samples of i-a");
  }

  @Test
  void readsNothingForAnEstimate() {
    assertThat(run("collect", "--provider", "aws", "--recording", fleet(), "--estimate"))
        .isEqualTo(ExitCode.OK);

    assertThat(out.toString()).endsWith("nothing was read\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(run("collect", "--provider", "azure", "--recording", fleet()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(run("collect", "--provider", "aws", "--recording", fleet(), "--parallel", "0"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(
            run(
                "collect",
                "--provider",
                "aws",
                "--recording",
                fleet(),
                "--as-of",
                "2026-07-21T00:00:00Z"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("Invalid --provider: azure", "Invalid --parallel: 0", "Invalid --as-of");
  }

  private String fleet() {
    return folder.resolve("fleet").toString();
  }

  private int run(String... arguments) {
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            /* outIsTerminal= */ false,
            /* errIsTerminal= */ false,
            Map.of());
    Connections none = Connections.none();
    return new HeadroomCli(
            terminal,
            "test",
            new Connections(
                clouds,
                FixedCatalogs.of(),
                none.stores(),
                none.configuredStore(),
                none.rehearsals(),
                none.hosts(),
                none.service()),
            () -> NOW)
        .run(List.of(arguments));
  }
}
