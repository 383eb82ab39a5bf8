package io.headroom.collector.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.advice.Fleet;
import io.headroom.collector.Scope;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.InMemoryCloud;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a collection does, wherever it puts what it brings. */
abstract class CollectionRunContract {

  private static final Instant START = Instant.parse("2026-07-19T00:00:00Z");
  static final Instant NOON = Instant.parse("2026-07-19T12:00:00Z");
  static final Instant ONE = Instant.parse("2026-07-19T13:00:00Z");
  private static final Scope EAST = Scope.of(Provider.AWS, "111122223333", "us-east-1");
  private static final Scope WEST = Scope.of(Provider.AWS, "111122223333", "eu-west-1");

  /** Slots of five minutes from 00:00 to 13:00. */
  private static final int SLOTS = 156;

  final InMemoryCloud cloud = new InMemoryCloud();

  /** Returns where the collections of this test go. */
  abstract CollectionTarget target();

  /** Returns what is there now. */
  abstract Fleet collected();

  @BeforeEach
  void addMachines() {
    cloud.add(EAST, machine("i-b", "us-east-1", "m5.large"));
    cloud.add(EAST, machine("i-a", "us-east-1", "m5.large"));
    cloud.add(WEST, machine("i-c", "eu-west-1", "t3.large"));
    cloud.samples("i-a", cpu(10));
    cloud.samples("i-b", cpu(20));
    cloud.samples("i-c", cpu(30));
  }

  @Test
  void recordsEveryMachineOfEveryScope() throws InterruptedException {
    CollectionResult result = run(NOON);

    assertThat(result.problems()).isEmpty();
    assertThat(result.machines()).isEqualTo(3);
    assertThat(result.until()).isEqualTo(NOON);
    assertThat(result.withoutMemory()).containsExactly("i-a", "i-b", "i-c");
    assertThat(observations())
        .extracting(one -> one.instance().id())
        .containsExactly("i-a", "i-b", "i-c");
    // value = base + slot / 1000: the last slot before noon is 143
    assertThat(series("i-c").value(143)).isEqualTo(30.143f);
    assertThat(series("i-c").slots()).isEqualTo(144);
  }

  @Test
  void asksOnlyForTheTailTheSecondTime() throws InterruptedException {
    run(NOON);
    cloud.takeAsked();

    run(ONE);

    // the unfinished half hour again, and the hour that is new
    TimeRange tail = new TimeRange(NOON.minus(Duration.ofMinutes(30)), ONE);
    assertThat(cloud.takeAsked()).hasSize(3).extracting(SeriesQuery::range).containsOnly(tail);
    assertThat(series("i-a").slots()).isEqualTo(SLOTS);
  }

  @Test
  void replacesWhatCameLate() throws InterruptedException {
    run(NOON);
    cloud.samples("i-a", cpu(50));

    run(ONE);

    // 11:30 is slot 138: asked for again; the slot before it is not
    assertThat(series("i-a").value(137)).isEqualTo(10.137f);
    assertThat(series("i-a").value(138)).isEqualTo(50.138f);
  }

  @Test
  void namesAMachineThatCouldNotBeReadAndAsksForItAgain() throws InterruptedException {
    cloud.fail("i-a", FailureKind.UNAVAILABLE);

    CollectionResult result = run(NOON);

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.instanceId()).contains("i-a");
              assertThat(problem.scope()).isEqualTo(EAST);
              assertThat(problem.message()).contains("i-a", "cpu_utilization_avg");
            });
    assertThat(observed("i-a")).isEmpty();
    assertThat(observed("i-b")).isPresent();
    cloud.heal();
    assertThat(run(ONE).problems()).isEmpty();
    assertThat(series("i-a").slots()).isEqualTo(SLOTS);
  }

  @Test
  void saysOnceThatNothingCanBeReadInAScope() throws InterruptedException {
    cloud.fail("i-a", FailureKind.DENIED);

    CollectionResult result = run(NOON);

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(FailureKind.DENIED);
              assertThat(problem.instanceId()).isEmpty();
              assertThat(problem.message()).endsWith("machines without new samples: 2");
            });
    assertThat(observed("i-c")).isPresent();
  }

  @Test
  void keepsMachinesOfAScopeThatCannotBeListed() throws InterruptedException {
    run(NOON);
    cloud.failListing(WEST);

    CollectionResult result = run(ONE);

    assertThat(result.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.scope()).isEqualTo(WEST));
    assertThat(series("i-c").slots()).isEqualTo(144);
    assertThat(series("i-a").slots()).isEqualTo(SLOTS);
  }

  @Test
  void leavesOutMachinesThatAreGone() throws InterruptedException {
    run(NOON);
    cloud.remove("i-b");

    run(ONE);

    assertThat(observations()).extracting(one -> one.instance().id()).containsExactly("i-a", "i-c");
  }

  @Test
  void notesThatATypeChanged() throws InterruptedException {
    run(NOON);
    cloud.remove("i-c");
    Instant restarted = Instant.parse("2026-07-19T12:20:00Z");
    cloud.add(
        WEST, machine("i-c", "eu-west-1", "m5.large").toBuilder().launched(restarted).build());

    run(ONE);

    TypeHistory history = instance("i-c").type();
    assertThat(history.present()).isEqualTo("m5.large");
    assertThat(history.changes()).hasSize(2);
    assertThat(history.changes().get(1).from()).isEqualTo(restarted);
    assertThat(history.changes().get(0).instanceType()).isEqualTo("t3.large");
  }

  @Test
  void goesOnFromWhatARunThatDiedLeftBehind() throws InterruptedException {
    TimeRange morning = new TimeRange(START, NOON);
    try (Harvest died = target().open()) {
      died.samples("i-a", cpu(10).within(morning));
      died.answered("i-a", Metric.CPU_UTILIZATION_AVG, morning);
    }

    run(NOON);

    assertThat(cloud.takeAsked())
        .extracting(query -> query.machine().id())
        .containsExactlyInAnyOrder("i-b", "i-c");
    assertThat(series("i-a").slots()).isEqualTo(144);
  }

  final CollectionResult run(Instant end) throws InterruptedException {
    return new CollectionRun(cloud, List.of(cloud), order(target(), end)).run();
  }

  static CollectionOrder order(CollectionTarget target, Instant end) {
    return new CollectionOrder(target, Duration.between(START, end), end, end, 2, 100);
  }

  private static Instance machine(String id, String region, String type) {
    return Instance.builder(
            id,
            new Placement(Provider.AWS, "111122223333", region, Optional.empty()),
            TypeHistory.assumed(type))
        .build();
  }

  private static Series cpu(int base) {
    float[] values = new float[SLOTS];
    for (int slot = 0; slot < SLOTS; slot++) {
      values[slot] = base + slot / 1000f;
    }
    return Series.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, START, 300, values);
  }

  private List<Observation> observations() throws InterruptedException {
    List<Observation> machines = new ArrayList<>();
    collected().forEach(1, one -> one, machines::add);
    return machines;
  }

  private Instance instance(String id) {
    return collected().instances().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Series> observed(String id) throws InterruptedException {
    return observations().stream()
        .filter(one -> one.instance().id().equals(id))
        .flatMap(one -> one.observations().all().stream())
        .findFirst();
  }

  private Series series(String id) throws InterruptedException {
    return observed(id).orElseThrow();
  }
}
