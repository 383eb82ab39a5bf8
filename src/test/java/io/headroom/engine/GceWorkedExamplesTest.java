package io.headroom.engine;

import static io.headroom.testing.Judged.options;
import static io.headroom.testing.Judged.recommended;
import static io.headroom.testing.Judged.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Machines of us-central1 at list prices of the bundled catalog, worked through by hand: USD an
 * hour × 730, and the sustained-use discount of a full month.
 */
class GceWorkedExamplesTest {

  private static Judged machine(String type) {
    return Judged.of(Machines.gce(type));
  }

  private static Policies atOnce() {
    return Policies.peakPlusHalf().step(StepLimit.NONE);
  }

  /** Needs 2.6 vCPUs and 1.5 × 6144 = 9216 MiB. */
  private static Judged n2Standard4() {
    return machine("n2-standard-4").cpu(2.6).memory(6144);
  }

  @Test
  void aCustomShapeSavesTheMemoryThatIsNotNeeded() {
    Verdict verdict = n2Standard4().verdict();
    // (4 × 0.03319155 + 9 × 0.00444885) × 730 × 0.8; n2-standard-4 at 0.8002
    assertThat(recommended(verdict)).isEqualTo("n2-custom-4-9216 100.92");
    assertThat(verdict.options().get(0).offering().basis()).isEqualTo(PriceBasis.DERIVED);
    assertThat(verdict.current().price().orElseThrow().rounded()).isEqualTo("113.46");
    assertThat(verdict.finding()).isEqualTo(Finding.OVER_PROVISIONED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.MEMORY_OVER_PROVISIONED);
  }

  @Test
  void seriesThatThePolicyNamesCompete() {
    Verdict verdict = n2Standard4().policy(Policies.peakPlusHalf().series("e2", "n2d")).verdict();
    // E2 has no sustained-use discount, N2D 20 %
    assertThat(options(verdict))
        .containsExactly(
            "e2-custom-4-9216 87.04",
            "n2d-custom-4-9216 87.80",
            "e2-standard-4 97.84",
            "n2d-standard-4 98.71",
            "n2-custom-4-9216 100.92");
  }

  @Test
  void aPredefinedShapeIsCheaperThanTheSameMadeToMeasure() {
    // 1.5 × 10922 = 16383 of 16384
    Verdict verdict = machine("n2-standard-8").cpu(2).memory(10_922).verdict();
    assertThat(options(verdict)).startsWith("n2-highmem-2 76.53", "n2-custom-2-16384 80.34");
  }

  @Test
  void memoryForEachVcpuIsBounded() {
    // 1.5 × 43690 = 65535; four vCPUs may have 32768 MiB, more is extended memory without a price
    Verdict verdict = machine("n2-standard-32").cpu(4).memory(43_690).verdict();
    assertThat(recommended(verdict)).isEqualTo("n2-highmem-8 306.13");
    assertThat(options(verdict)).noneMatch(option -> option.startsWith("n2-custom-4-"));
    assertThat(refusals(verdict)).doesNotContainKey("n2-custom-4-65536");
  }

  @Test
  void aboveThirtyTwoVcpusN2ComesInFours() {
    // 1.5 × 44000 = 66000, the next of 256 is 66048
    Verdict verdict = machine("n2-standard-48").cpu(33).memory(44_000).policy(atOnce()).verdict();
    assertThat(recommended(verdict)).isEqualTo("n2-custom-36-66048 865.40");
    assertThat(verdict.current().price().orElseThrow().rounded()).isEqualTo("1361.55");
  }

  @Test
  void n2dHasNoTwelveVcpus() {
    // 1.5 × 8000 = 12000, the next of 256 is 12032
    Verdict verdict = machine("n2d-standard-32").cpu(9).memory(8000).policy(atOnce()).verdict();
    assertThat(options(verdict)).startsWith("n2d-highcpu-16 291.49", "n2d-custom-16-12032 296.39");
  }

  @Test
  void n1MayHaveASingleVcpu() {
    // 1.5 × 4096 = 6144 of at most 6656 for a vCPU
    Verdict verdict = machine("n1-standard-4").cpu(1).memory(4096).policy(atOnce()).verdict();
    assertThat(options(verdict)).contains("n1-custom-1-6144 30.59", "n1-standard-2 48.54");
    assertThat(recommended(verdict)).isEqualTo("n1-custom-1-6144 30.59");
  }

  @Test
  void memoryAsksForVcpusThatCpuDoesNot() {
    // 1.5 × 13653 = 20479.5 needs three vCPUs at 8192 each, and N2 has no three
    Verdict verdict = machine("n2-standard-8").cpu(1).memory(13_653).policy(atOnce()).verdict();
    assertThat(options(verdict)).startsWith("n2-custom-4-20480 129.50", "n2-highmem-4 153.06");
  }

  @Test
  void aSharedCoreThatBurstsCountsWhatItUsed() {
    // 3.2 × 0.25 reserved cores = 0.8; e2-small sustains 0.5, e2-medium 1
    Verdict verdict =
        machine("e2-micro")
            .with(
                Samples.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.FRACTION, 42)
                    .flat(0.5)
                    .at(Duration.ofDays(2), 3.2))
            .memory(600)
            .verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.UNDER_PROVISIONED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_OVER_CAPACITY);
    assertThat(recommended(verdict)).isEqualTo("e2-medium 24.46");
    assertThat(refusals(verdict))
        .containsEntry("e2-small", "short of CPU: 0.5 vCPU, needs 0.8 vCPU");
  }

  @Test
  void c2HasNothingSmaller() {
    Verdict verdict = machine("c2-standard-4").cpu(0.5).memory(2730).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(verdict.options()).isEmpty();
    assertThat(verdict.current().price().orElseThrow().rounded()).isEqualTo("121.97");
  }

  /** An n1-standard-4 that is off from midnight to noon, if it is ever off. */
  private static Verdict n1(boolean offAtNight) {
    InstanceBuilder machine = Machines.gce("n1-standard-4");
    if (offAtNight) {
      List<TimeRange> nights = new ArrayList<>();
      for (int day = 1; day <= 42; day++) {
        nights.add(
            TimeRange.startingAt(Machines.AS_OF.minus(Duration.ofDays(day)), Duration.ofHours(12)));
      }
      machine.stopped(nights);
    }
    // 144 slots of the 288 of a day are before noon; the peak is at 18:00
    return Judged.of(machine)
        .with(
            Samples.cpuVcpus(42)
                .each(slot -> offAtNight && slot % 288 < 144 ? Series.gap() : 0.5)
                .at(Duration.ofHours(54), 2.6))
        .with(
            Samples.memoryMib(42)
                .each(slot -> offAtNight && slot % 288 < 144 ? Series.gap() : 9000)
                .at(Duration.ofHours(54), 10_000))
        .policy(Policies.peakPlusHalf().series("e2").withoutCustomShapes())
        .verdict();
  }

  @Test
  void halfOfAMonthGetsHalfOfTheDiscount() {
    Verdict verdict = n1(/* offAtNight= */ true);
    // 0.19 × 365 × 0.9, 0.171 an hour; e2-standard-4 0.13402284 × 365
    assertThat(verdict.current().price().orElseThrow().rounded()).isEqualTo("62.41");
    assertThat(recommended(verdict)).isEqualTo("e2-standard-4 48.92");
    assertThat(verdict.notices())
        .extracting(notice -> notice.kind())
        .contains(NoticeKind.RUNS_PART_TIME);
  }

  @Test
  void aFullMonthGetsAllOfIt() {
    Verdict verdict = n1(/* offAtNight= */ false);
    // 0.19 × 730 × 0.7; e2-standard-4 would be 97.84
    assertThat(verdict.current().price().orElseThrow().rounded()).isEqualTo("97.09");
    assertThat(verdict.finding()).isEqualTo(Finding.OPTIMIZED);
    assertThat(verdict.options()).isEmpty();
  }
}
