package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.collector.MetricServer;
import io.headroom.collector.Scope;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.testing.CommandRun;
import io.headroom.testing.FixedClouds;
import io.headroom.testing.InMemoryCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collects and recommends in one go. */
class RecommendFromCloudTest {

  private static final Scope EAST = Scope.of(Provider.AWS, "111122223333", "us-east-1");

  /** Fourteen days in slots of five minutes. */
  private static final int SLOTS = 14 * 288;

  @TempDir private Path folder = Path.of("");

  private final InMemoryCloud cloud = new InMemoryCloud();
  private final FixedClouds clouds = FixedClouds.of(cloud);

  @BeforeEach
  void addMachines() {
    for (String id : List.of("i-a", "i-b")) {
      cloud.add(
          EAST,
          Instance.builder(
                  id,
                  new Placement(Provider.AWS, "111122223333", "us-east-1", Optional.empty()),
                  TypeHistory.assumed("m5.2xlarge"))
              .build());
      cloud.samples(id, series(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, 5));
    }
    cloud.samples("i-a", series(Metric.MEMORY_USED, SampleUnit.BYTES, 1e9f));
  }

  @Test
  void judgesWhatItCollectedAndLeavesNothingBehind() throws IOException {
    Set<String> before = temporary();

    CommandRun run = recommend("-o", "json");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    JsonNode items = new ObjectMapper().readTree(run.out()).path("items");
    assertThat(items)
        .extracting(item -> item.path("instance_id").asText())
        .containsExactlyInAnyOrder("i-a", "i-b");
    assertThat(run.err()).contains("1 of 2 machines has no memory metric, such as i-b");
    assertThat(temporary()).isEqualTo(before);
  }

  @Test
  void continuesTheRecordingThatIsNamed() {
    String fleet = folder.resolve("fleet").toString();
    recommend("--recording", fleet);
    long first = cloud.requests();

    CommandRun again = recommend("--recording", fleet);

    assertThat(again.exitCode()).isEqualTo(ExitCode.OK);
    // everything until now is there, so nothing is asked for again
    assertThat(cloud.requests()).isEqualTo(first);
    assertThat(CommandRun.of("recommend", "--recording", fleet).out()).isEqualTo(again.out());
  }

  @Test
  void addsWhatCouldNotBeReadToTheProblemsOfTheReport() throws IOException {
    cloud.fail("i-b", FailureKind.UNAVAILABLE);

    CommandRun run = recommend("-o", "json");

    assertThat(run.exitCode()).isEqualTo(ExitCode.PARTIAL);
    JsonNode problems = new ObjectMapper().readTree(run.out()).path("problems");
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.path("code").asText()).isEqualTo("collection");
              assertThat(problem.path("message").asText()).contains("No new samples of i-b");
            });
  }

  @Test
  void endsWithOneWhenNoMachineCanBeListed() {
    cloud.failListing(EAST);

    CommandRun run = recommend();

    assertThat(run.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run.err()).contains("problem: Cannot read aws 111122223333 us-east-1: refused");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void addsMemoryFromPrometheusWhereNoAgentReportsIt() {
    InMemoryCloud exporters = new InMemoryCloud();
    exporters.samples("i-b", series(Metric.MEMORY_USED, SampleUnit.BYTES, 1e9f));
    clouds.serve(exporters);

    CommandRun run =
        recommend("--prometheus", "http://prometheus:9090", "--prometheus-label", "instance=name");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).doesNotContain("no memory metric");
    assertThat(clouds.servers())
        .containsExactly(new MetricServer("http://prometheus:9090", "instance=name"));
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(CommandRun.asking(clouds, "recommend", "--region", "us-east-1").err())
        .contains("Missing --provider NAME");
    assertThat(recommend("--recording", "demo").err()).contains("Invalid --recording: demo");
    assertThat(recommend("--policy", "none-such").err()).contains("none-such");
    assertThat(recommend("--lookback", "0d").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(cloud.requests()).isZero();
  }

  private CommandRun recommend(String... more) {
    return CommandRun.asking(
        clouds,
        Stream.concat(Stream.of("recommend", "--provider", "aws"), Arrays.stream(more))
            .toArray(String[]::new));
  }

  private static Series series(Metric metric, SampleUnit unit, float value) {
    float[] values = new float[SLOTS];
    Arrays.fill(values, value);
    return Series.of(metric, unit, CommandRun.NOW.minus(Duration.ofDays(14)), 300, values);
  }

  private static Set<String> temporary() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("headroom-") && name.matches("headroom-\\d+"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
