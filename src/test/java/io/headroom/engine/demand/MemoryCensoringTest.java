package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.demand.Censoring;
import io.headroom.model.demand.Demand;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.unit.Mebibytes;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An m5.large has 8192 MiB: 95 % are 7782.4, 90 % are 7372.8. 20 days have 5,760 slots. */
class MemoryCensoringTest {

  private static final int DAYS = 20;

  private static InstanceBuilder m5() {
    return Machines.ec2("m5.large");
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static Samples memory() {
    return Samples.memoryMib(DAYS).flat(4000);
  }

  private static Samples swap() {
    return Samples.of(Metric.SWAP_USED, SampleUnit.MIB, DAYS);
  }

  private static Demand.Observed<Mebibytes> read(Samples... samples) {
    return Readings.memory(Readings.read(m5(), samples));
  }

  @Test
  void threeSlotsAtNinetyFivePercentAreCutOff() {
    Samples threeApart =
        memory().at(days(9), 7783).at(days(8), 7783).at(days(7).minusHours(3), 4000);
    assertThat(read(threeApart).censoring()).isEqualTo(Censoring.NONE);
    assertThat(read(memory().from(days(9), 3, 7783)).censoring()).isEqualTo(Censoring.AT_LEAST);
    assertThat(read(memory().from(days(9), 3, 7783)).mayReduce()).isFalse();
    assertThat(read(memory().from(days(9), 300, 7782)).censoring()).isEqualTo(Censoring.NONE);
  }

  @Test
  void onThreeDaysItGrows() {
    Samples samples = memory().at(days(9), 7783).at(days(8), 7783).at(days(7), 7783);
    assertThat(read(samples).censoring()).isEqualTo(Censoring.GROWS);
    assertThat(Readings.read(m5(), samples).memory().cutOffAt()).contains(new Mebibytes(8192));
    assertThat(Readings.read(m5(), memory()).memory().cutOffAt()).isEmpty();
  }

  /**
   * Swap that grows by {@code mib} in each of {@code slots} slots from nine days before the end.
   */
  private static Samples growingSwap(double mib, int slots) {
    Samples swap = swap().flat(50);
    for (int slot = 0; slot < slots; slot++) {
      swap.from(days(9).minusMinutes(5L * slot), 1, 50 + mib * (slot + 1));
    }
    return swap.from(days(9).minusMinutes(5L * slots), 1000, 50 + mib * slots); // and stays there
  }

  @Test
  void swapThatGrowsOnANearlyFullMachineIsCutOff() {
    Samples nearlyFull = memory().from(days(10), 800, 7400);
    assertThat(read(nearlyFull, growingSwap(2, 3)).censoring()).isEqualTo(Censoring.AT_LEAST);
    assertThat(read(nearlyFull, growingSwap(2, 2)).censoring()).isEqualTo(Censoring.NONE);
  }

  @Test
  void swapThatStaysTheSameIsOldNews() {
    Samples nearlyFull = memory().flat(7400);
    assertThat(read(nearlyFull, swap().flat(50)).censoring()).isEqualTo(Censoring.NONE);
    assertThat(read(nearlyFull).censoring()).isEqualTo(Censoring.NONE);
  }

  @Test
  void growthOfOneMebibyteIsNoise() {
    assertThat(read(memory().flat(7400), growingSwap(1, 20)).censoring()).isEqualTo(Censoring.NONE);
  }

  @Test
  void swapThatGrowsWhileMemoryIsFreeIsNot() {
    assertThat(read(memory().flat(7372), growingSwap(2, 20)).censoring()).isEqualTo(Censoring.NONE);
  }

  @Test
  void growthOutsideTheNearlyFullSlotsDoesNotCount() {
    // swap grows nine days before the end, memory fills up a day later
    Samples later = memory().from(days(8), 500, 7400);
    assertThat(read(later, growingSwap(2, 20)).censoring()).isEqualTo(Censoring.NONE);
  }

  @Test
  void bothKindsOfEvidenceAddUp() {
    Samples samples = memory().from(days(10), 800, 7400).at(days(5), 7800);
    assertThat(read(samples, growingSwap(2, 2)).censoring()).isEqualTo(Censoring.AT_LEAST);
  }

  @Test
  void swapInBytesIsRead() {
    Samples swap = Samples.of(Metric.SWAP_USED, SampleUnit.BYTES, DAYS);
    double mib = 1024 * 1024;
    for (int slot = 0; slot < 3; slot++) {
      swap.from(days(9).minusMinutes(5L * slot), 1000, 2 * mib * (slot + 1));
    }
    assertThat(read(memory().from(days(10), 800, 7400), swap).censoring())
        .isEqualTo(Censoring.AT_LEAST);
    // two bytes at a time are nothing
    Samples bytes = Samples.of(Metric.SWAP_USED, SampleUnit.BYTES, DAYS).each(slot -> 2 * slot);
    assertThat(read(memory().flat(7400), bytes).censoring()).isEqualTo(Censoring.NONE);
  }

  @Test
  void aGapInSwapDoesNotLookLikeGrowthFromNothing() {
    Samples swap = swap().flat(500).gap(days(9), 20);
    assertThat(read(memory().flat(7400), swap).censoring()).isEqualTo(Censoring.NONE);
  }

  @Test
  void swapInSeveralPartsIsReadInOrder() {
    // an hourly part, then one of five minutes that goes on growing
    Samples hourly =
        Samples.from(Metric.SWAP_USED, SampleUnit.MIB, Machines.AS_OF.minus(days(30)), 2880);
    Samples fine =
        Samples.from(Metric.SWAP_USED, SampleUnit.MIB, Machines.AS_OF.minus(days(9)), 3)
            .each(slot -> 10 * (slot + 1));
    assertThat(read(memory().from(days(10), 800, 7400), hourly, fine).censoring())
        .isEqualTo(Censoring.AT_LEAST);
  }

  @Test
  void slotsAfterAStartDoNotCount() {
    Samples samples = memory().from(days(5), 3, 8000);
    InstanceBuilder restarted = m5().launched(Machines.AS_OF.minus(days(5)));
    assertThat(Readings.memory(Readings.read(restarted, samples)).censoring())
        .isEqualTo(Censoring.NONE);
  }

  @Test
  void memoryInPercentIsRead() {
    Samples samples = Samples.of(Metric.MEMORY_USED, SampleUnit.PERCENT, DAYS).flat(50);
    assertThat(read(samples).censoring()).isEqualTo(Censoring.NONE);
    assertThat(read(samples.from(days(9), 3, 95)).censoring()).isEqualTo(Censoring.AT_LEAST);
  }
}
