package io.headroom.advice.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalogs;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.verdict.Finding;
import io.headroom.recording.RecordingReader;
import io.headroom.recording.RecordingWriter;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestRunTest {

  private static final Offset<Double> ROUNDING = within(1e-12);

  @TempDir private Path folder;

  private RecordingReader recorded(Observation... machines) {
    Path recording = folder.resolve("fleet");
    try (RecordingWriter writer = RecordingWriter.create(recording)) {
      for (Observation machine : machines) {
        writer.add(machine);
      }
      writer.finish(Machines.AS_OF);
    }
    return RecordingReader.open(recording);
  }

  private BacktestResult result(BacktestPlan plan, Observation... machines)
      throws InterruptedException {
    int[] steps = new int[1];
    BacktestResult result =
        new BacktestRun(recorded(machines), plan, new Backtest(plan, Catalogs.bundled()), 2)
            .fleet(() -> steps[0]++);
    assertThat(steps[0]).isEqualTo(machines.length);
    return result;
  }

  private static double value(SortedMap<Measure, Estimate> estimates, Measure measure) {
    return Optional.ofNullable(estimates.get(measure)).orElseThrow().value();
  }

  @Test
  void addsUpTheFleet() throws InterruptedException {
    BacktestResult result = result(Fleets.plan(), Fleets.shrinking(), Fleets.leaking());
    LineResult policy = result.lines().get(1);

    assertThat(result.machines()).isEqualTo(2);
    assertThat(result.cuts()).isEqualTo(2);
    assertThat(policy.name()).isEqualTo("peak-plus-half");
    // (0.0864 + 0.0864) × 730
    assertThat(policy.price().amount()).isEqualByComparingTo(new BigDecimal("126.144"));
    assertThat(value(policy.estimates(), Measure.COST))
        .isCloseTo((0.0864 + 0.0864) / (0.192 + 0.0864), ROUNDING);
    // the clairvoyant takes a c6a.xlarge and an r5a.large
    assertThat(value(policy.estimates(), Measure.COST_OF_CLAIRVOYANT))
        .isCloseTo((0.0864 + 0.0864) / (0.153 + 0.113), ROUNDING);
    assertThat(value(policy.estimates(), Measure.CPU_SHORT_MACHINES)).isEqualTo(0.5);
    assertThat(value(policy.estimates(), Measure.CPU_SHORT_SAMPLES))
        .isCloseTo(10.0 / 8064, ROUNDING);
    assertThat(value(policy.estimates(), Measure.MEMORY_SHORT_MACHINES)).isEqualTo(0.5);
    assertThat(value(policy.estimates(), Measure.CHANGED)).isEqualTo(0.5);
    // there is no cut before the only one
    assertThat(policy.estimates()).doesNotContainKey(Measure.CHURN);
    assertThat(policy.findings())
        .isEqualTo(Map.of(Finding.OVER_PROVISIONED, 1, Finding.OPTIMIZED, 1));
  }

  @Test
  void comparesWithThePresentAndTheClairvoyant() throws InterruptedException {
    BacktestResult result = result(Fleets.plan(), Fleets.shrinking(), Fleets.leaking());
    LineResult present = result.lines().get(0);
    LineResult clairvoyant = result.lines().get(3);

    assertThat(present.kind()).isEqualTo(LineResult.Kind.PRESENT);
    assertThat(value(present.estimates(), Measure.COST)).isEqualTo(1);
    assertThat(value(present.estimates(), Measure.CPU_SHORT_MACHINES)).isZero();
    assertThat(value(present.estimates(), Measure.MEMORY_SHORT_MACHINES)).isEqualTo(0.5);
    assertThat(clairvoyant.kind()).isEqualTo(LineResult.Kind.CLAIRVOYANT);
    assertThat(value(clairvoyant.estimates(), Measure.COST))
        .isCloseTo((0.153 + 0.113) / (0.192 + 0.0864), ROUNDING);
    assertThat(value(clairvoyant.estimates(), Measure.MEMORY_SHORT_MACHINES)).isZero();
  }

  @Test
  void findsNoDifferenceBetweenEqualChoices() throws InterruptedException {
    BacktestResult result = result(Fleets.plan(), Fleets.shrinking(), Fleets.leaking());

    // neither machine would grow, so the cap changes nothing
    assertThat(result.differences())
        .extracting(Difference::line)
        .containsExactly(BacktestPlan.PRESENT, "peak-plus-half");
    assertThat(result.differences().get(1).estimates().values())
        .allSatisfy(estimate -> assertThat(estimate.value()).isZero())
        .noneMatch(Estimate::isApartFromZero);
    // the present sizes cost 1, the reference 0.1728 ÷ 0.2784
    assertThat(value(result.differences().get(0).estimates(), Measure.COST))
        .isCloseTo(1 - 0.1728 / 0.2784, ROUNDING);
  }

  @Test
  void givesTheSameResultForTheSameRecording() throws InterruptedException {
    Observation[] fleet = {Fleets.shrinking(), Fleets.leaking()};
    BacktestPlan plan = Fleets.plan();

    assertThat(result(plan, fleet)).isEqualTo(result(plan, fleet));
  }

  @Test
  void saysWhoIsLeftOutAndWhichPoliciesAskForMore() throws InterruptedException {
    BacktestPlan week =
        Fleets.plan(
            CutRule.of(Duration.ofDays(7), Duration.ofDays(7), CutRule.Repetition.ONCE),
            SampleSeries.MEAN);
    Observation young =
        Machines.observed(Fleets.instance("i-c", "m5.large"), Samples.cpuVcpus(3).flat(1).series());

    BacktestResult result = result(week, Fleets.shrinking(), young);

    assertThat(result.leftOut()).isEqualTo(Map.of(LeftOut.TOO_SHORT, List.of("i-c")));
    assertThat(result.notes())
        .containsExactly(
            "1 left out: observed for less than a training part and a test part",
            "content with the training part as history, though they ask for more: peak-plus-half,"
                + " peak-plus-half-capped");
  }

  @Test
  void showsOneMachine() throws InterruptedException {
    BacktestPlan plan = Fleets.plan();
    BacktestRun run =
        new BacktestRun(
            recorded(Fleets.shrinking(), Fleets.leaking()),
            plan,
            new Backtest(plan, Catalogs.bundled()),
            1);

    assertThat(run.machine("i-b").orElseThrow().cuts()).hasSize(1);
    assertThat(run.machine("i-z")).isEmpty();
  }

  @Test
  void hasNoLinesIfNoMachineTookPart() throws InterruptedException {
    Observation young =
        Machines.observed(Fleets.instance("i-c", "m5.large"), Samples.cpuVcpus(3).flat(1).series());

    BacktestResult result = result(Fleets.plan(), young);

    assertThat(result.machines()).isZero();
    assertThat(result.lines()).isEmpty();
  }
}
