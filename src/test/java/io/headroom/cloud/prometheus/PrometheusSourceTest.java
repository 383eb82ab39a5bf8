package io.headroom.cloud.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.collector.SampleSink;
import io.headroom.collector.Scope;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusSourceTest {

  private static final Scope SCOPE = Scope.of(Provider.AWS, "111122223333", "eu-central-1");
  private static final Instant START = Instant.parse("2026-07-20T00:00:00Z");
  private static final long SECOND = START.getEpochSecond();
  private static final Duration STEP = Duration.ofMinutes(5);

  private final AnsweringPrometheus server = new AnsweringPrometheus();
  private final List<Series> pieces = new ArrayList<>();
  private final List<SeriesQuery> answered = new ArrayList<>();
  private final List<CloudException> failed = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void putsAValueIntoTheSlotThatEndsWithIt() {
    server.has(
        "node_memory_MemAvailable_bytes",
        "i-1",
        Map.of(SECOND, "9", SECOND + 300, "1000", SECOND + 600, "NaN", SECOND + 900, "3000"));

    read(query(machine("i-1"), Metric.MEMORY_USED, 3));

    // the value at the start looks back over the slot before it, which nobody asked for
    assertThat(pieces).hasSize(1);
    Series piece = pieces.get(0);
    assertThat(piece.slotStart(0)).isEqualTo(SECOND);
    assertThat(piece.value(0)).isEqualTo(1000f);
    assertThat(piece.observed(1)).isFalse();
    assertThat(piece.value(2)).isEqualTo(3000f);
    assertThat(answered).hasSize(1);
  }

  @Test
  void asksForTotalLessAvailableOfTheMachinesByLabel() {
    server.has("node_memory_MemAvailable_bytes", "i-1", Map.of(SECOND + 300, "1"));

    read(query(machine("i-1"), Metric.MEMORY_USED_MAX, 1));

    assertThat(server.queries())
        .singleElement()
        .satisfies(
            query ->
                assertThat(query.get("query"))
                    .isEqualTo(
                        "max by (instance_id) ("
                            + "(max_over_time(node_memory_MemTotal_bytes{instance_id=~\"i-1\"}[300s])"
                            + " - min_over_time(node_memory_MemAvailable_bytes{instance_id=~\"i-1\"}[300s]))"
                            + " or (max_over_time(windows_memory_physical_total_bytes{instance_id=~\"i-1\"}[300s])"
                            + " - min_over_time(windows_memory_available_bytes{instance_id=~\"i-1\"}[300s])))"));
  }

  @Test
  void saysWhatEachMachineHas() {
    server.has("node_memory_MemAvailable_bytes", "i-1", Map.of());
    server.has("node_pressure_cpu_waiting_seconds_total", "i-2", Map.of());

    ScopeReader reader = open(List.of(machine("i-1"), machine("i-2"), machine("i-3")));

    assertThat(reader.machines().get(0).metrics())
        .containsExactlyInAnyOrder(Metric.MEMORY_USED, Metric.MEMORY_USED_MAX);
    assertThat(reader.machines().get(0).machine().memoryMeasure())
        .contains(MemoryMeasure.TOTAL_MINUS_AVAILABLE);
    assertThat(reader.machines().get(1).metrics()).containsExactly(Metric.PSI_CPU);
    assertThat(reader.machines().get(1).machine().memoryMeasure()).isEmpty();
    assertThat(reader.machines().get(2).metrics()).isEmpty();
  }

  @Test
  void pagesByTimeBelowTheLimitOfTheServer() {
    server.has(
        "node_memory_MemAvailable_bytes",
        "i-1",
        Map.of(SECOND + 300, "1", SECOND + 300 * 12_096L, "2"));

    read(query(machine("i-1"), Metric.MEMORY_USED, 12_096));

    // 42 days are 12,096 slots: 10,000 and 2,096
    assertThat(server.queries()).hasSize(2);
    assertThat(pieces).extracting(Series::slots).containsExactly(10_000, 2_096);
    assertThat(pieces.get(0).value(0)).isEqualTo(1f);
    assertThat(pieces.get(1).value(2_095)).isEqualTo(2f);
  }

  @Test
  void joinsByNameWithoutThePort() {
    MachineLabel byName = new MachineLabel("instance_id", MachineLabel.Property.NAME);
    server.has("node_memory_MemAvailable_bytes", "web-1:9100", Map.of(SECOND + 300, "7"));
    Instance machine = machine("i-1").toBuilder().name("web-1").build();
    ScopeReader reader = source(byName).open(SCOPE, List.of(machine));

    reader
        .plan(List.of(query(machine, Metric.MEMORY_USED, 1)))
        .forEach(batch -> reader.read(batch, sink()));

    assertThat(pieces.get(0).value(0)).isEqualTo(7f);
  }

  @Test
  void namesMachinesThatShareAName() {
    MachineLabel byName = new MachineLabel("instance_id", MachineLabel.Property.NAME);
    server.has("node_memory_MemAvailable_bytes", "web:9100", Map.of(SECOND + 300, "7"));

    ScopeReader reader =
        source(byName)
            .open(
                SCOPE,
                List.of(
                    machine("i-1").toBuilder().name("web").build(),
                    machine("i-2").toBuilder().name("web").build()));

    assertThat(reader.machines()).allMatch(one -> one.metrics().isEmpty());
    assertThat(reader.problems())
        .extracting(problem -> problem.instanceId().orElse(""))
        .containsExactly("i-1", "i-2");
  }

  @Test
  void doesNotTrustAnAnswerWithAWarning() {
    server.has("node_memory_MemAvailable_bytes", "i-1", Map.of(SECOND + 300, "1"));
    ScopeReader reader = open(List.of(machine("i-1")));
    server.warns("store 2 did not answer");
    var batch = reader.plan(List.of(query(machine("i-1"), Metric.MEMORY_USED, 1))).get(0);

    assertThatThrownBy(() -> reader.read(batch, sink()))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE))
        .hasMessageEndingWith("the answer is incomplete, the server warns: store 2 did not answer");
    assertThat(answered).isEmpty();
  }

  @Test
  void failsTheMachineWhoseValueCannotBeRight() {
    server.has("node_memory_MemAvailable_bytes", "i-1", Map.of(SECOND + 300, "-1"));
    server.has("node_memory_MemAvailable_bytes", "i-2", Map.of(SECOND + 300, "1"));

    read(
        query(machine("i-1"), Metric.MEMORY_USED, 1), query(machine("i-2"), Metric.MEMORY_USED, 1));

    assertThat(failed).extracting(CloudException::kind).containsExactly(FailureKind.UNEXPECTED);
    assertThat(answered).extracting(query -> query.machine().id()).containsExactly("i-2");
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_REQUEST",
    "401, CREDENTIALS",
    "403, DENIED",
    "404, NOT_FOUND",
    "429, THROTTLED",
    "503, UNAVAILABLE",
    "504, TIMED_OUT",
    "418, UNEXPECTED"
  })
  void classifiesByStatus(int status, FailureKind kind) {
    server.answers(status, "{\"status\":\"error\",\"errorType\":\"x\",\"error\":\"because\"}");

    assertThatThrownBy(() -> open(List.of(machine("i-1"))))
        .isInstanceOfSatisfying(
            CloudException.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
        .hasMessageContaining(": because");
  }

  @Test
  void classifiesAnAnswerInHtml() {
    server.answers(502, "<html>Bad Gateway</html>");

    assertThatThrownBy(() -> open(List.of(machine("i-1"))))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE))
        .hasMessageContaining("HTTP status 502");
  }

  @Test
  void saysThatAServerCannotBeReached() {
    server.close();

    assertThatThrownBy(() -> open(List.of(machine("i-1"))))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE));
  }

  @Test
  void sendsHeadersAndNeverShowsThem() {
    PrometheusServer withSecret =
        PrometheusServer.at(server.url()).with(Map.of("Authorization", "Bearer secret"));

    new PrometheusSource(withSecret, MachineLabel.INSTANCE_ID, () -> START)
        .open(SCOPE, List.of(machine("i-1")));

    assertThat(server.authorizations()).isNotEmpty().containsOnly("Bearer secret");
    assertThat(withSecret.toString()).doesNotContain("secret");
  }

  private ScopeReader open(List<Instance> machines) {
    return source(MachineLabel.INSTANCE_ID).open(SCOPE, machines);
  }

  private PrometheusSource source(MachineLabel join) {
    return new PrometheusSource(PrometheusServer.at(server.url()), join, () -> START);
  }

  private void read(SeriesQuery... queries) {
    ScopeReader reader = open(List.of(queries).stream().map(SeriesQuery::machine).toList());
    reader.plan(List.of(queries)).forEach(batch -> reader.read(batch, sink()));
  }

  private SampleSink sink() {
    return new SampleSink() {
      @Override
      public void samples(SeriesQuery query, Series piece) {
        pieces.add(piece);
      }

      @Override
      public void answered(SeriesQuery query) {
        answered.add(query);
      }

      @Override
      public void failed(SeriesQuery query, CloudException why) {
        failed.add(why);
      }
    };
  }

  private static SeriesQuery query(Instance machine, Metric metric, int slots) {
    return new SeriesQuery(
        machine, metric, TimeRange.startingAt(START, STEP.multipliedBy(slots)), STEP);
  }

  private static Instance machine(String id) {
    return Instance.builder(
            id,
            new Placement(Provider.AWS, "111122223333", "eu-central-1", Optional.empty()),
            TypeHistory.assumed("m5.large"))
        .build();
  }
}
