package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.demand.Censoring;
import io.headroom.model.demand.Demand;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryDemandReaderTest {

  private static final int DAYS = 20;

  private static InstanceBuilder m5() {
    return Machines.ec2("m5.large").memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE);
  }

  private static Samples used() {
    return Samples.memoryMib(DAYS).flat(3000).at(Duration.ofDays(5), 5000);
  }

  private static Samples maxima() {
    return Samples.of(Metric.MEMORY_USED_MAX, SampleUnit.MIB, DAYS)
        .flat(3500)
        .at(Duration.ofDays(4), 6000);
  }

  private static String why(DemandAnalysis analysis) {
    return analysis.demands().memory().match(found -> "observed", Demand.NotCollected::why);
  }

  @Test
  void readsTheMeans() {
    DemandAnalysis analysis = Readings.read(m5(), used());
    Demand.Observed<Mebibytes> demand = Readings.memory(analysis);
    assertThat(demand.value()).isEqualTo(new Mebibytes(5000));
    assertThat(demand.momentary()).isEmpty();
    assertThat(demand.evidence().resolution().label()).isEqualTo("mean_of_300s");
    assertThat(demand.mayReduce()).isTrue();
    assertThat(demand.whyNotReduced()).isEmpty();
    // 5,759 slots of 3000 and one of 5000
    assertThat(demand.mean().value()).isBetween(3000.34, 3000.35);
    assertThat(analysis.memory().understated()).isTrue();
    assertThat(analysis.memory().used()).isPresent();
  }

  @Test
  void showsTheMomentaryMaximumBesideTheMeans() {
    Demand.Observed<Mebibytes> demand = Readings.memory(Readings.read(m5(), used(), maxima()));
    assertThat(demand.value()).isEqualTo(new Mebibytes(5000));
    assertThat(demand.momentary()).contains(new Mebibytes(6000));
  }

  @Test
  void readsTheMaximaIfThePolicySaysSo() {
    Policies policy =
        Policies.peakPlusHalf().memory(new Statistic.Peak(), SampleSeries.MAXIMUM, Headroom.NONE);
    DemandAnalysis analysis = Readings.read(policy, m5(), used(), maxima());
    assertThat(Readings.memory(analysis).value()).isEqualTo(new Mebibytes(6000));
    assertThat(Readings.memory(analysis).momentary()).isEmpty();
    assertThat(Readings.memory(analysis).evidence().resolution().label()).isEqualTo("max_of_60s");
    assertThat(analysis.memory().understated()).isFalse();
    // where there are none, the means are all there is
    assertThat(Readings.memory(Readings.read(policy, m5(), used())).value())
        .isEqualTo(new Mebibytes(5000));
  }

  @Test
  void readsTheMaximaIfNothingElseIsThere() {
    Demand.Observed<Mebibytes> demand = Readings.memory(Readings.read(m5(), maxima()));
    assertThat(demand.value()).isEqualTo(new Mebibytes(6000));
    assertThat(demand.evidence().resolution().label()).isEqualTo("max_of_60s");
  }

  @Test
  void finerSamplesAreAveragedOverFiveMinutes() {
    Samples minutes =
        Samples.of(Metric.MEMORY_USED, SampleUnit.MIB, DAYS, 60)
            .flat(3000)
            .at(Duration.ofDays(5), 8000);
    // (4 × 3000 + 8000) / 5
    assertThat(Readings.memory(Readings.read(m5(), minutes)).value())
        .isEqualTo(new Mebibytes(4000));
  }

  @Test
  void maximaAreNotAveraged() {
    Samples minutes =
        Samples.of(Metric.MEMORY_USED_MAX, SampleUnit.MIB, DAYS, 60)
            .flat(3000)
            .at(Duration.ofDays(5), 8000);
    assertThat(Readings.memory(Readings.read(m5(), minutes)).value())
        .isEqualTo(new Mebibytes(8000));
  }

  @Test
  void withoutAMetricItIsNotCollected() {
    DemandAnalysis analysis = Readings.read(m5(), Samples.cpuPercent(DAYS).flat(10));
    assertThat(why(analysis)).isEqualTo("no memory metric");
    assertThat(analysis.memory().used()).isEmpty();
    assertThat(analysis.memory().understated()).isFalse();
  }

  @Test
  void withoutASampleInTheWindowItIsNotCollected() {
    Samples old =
        Samples.from(
            Metric.MEMORY_USED, SampleUnit.MIB, Machines.AS_OF.minus(Duration.ofDays(60)), 10);
    assertThat(why(Readings.read(m5(), old))).isEqualTo("no memory sample in the look-back window");
  }

  @Test
  void commitPercentSaysNothingOfMemory() {
    DemandAnalysis analysis =
        Readings.read(Machines.ec2("m5.large").memoryMeasure(MemoryMeasure.COMMIT_PERCENT), used());
    assertThat(why(analysis))
        .isEqualTo(
            "% Committed Bytes In Use is over memory plus page file;"
                + " Committed Bytes or Available MBytes is needed");
  }

  @Test
  void committedBytesAreTakenAsTheyAre() {
    DemandAnalysis analysis =
        Readings.read(
            Machines.ec2("m5.large").memoryMeasure(MemoryMeasure.COMMITTED_BYTES), used());
    assertThat(Readings.memory(analysis).value()).isEqualTo(new Mebibytes(5000));
    assertThat(Readings.notices(analysis, NoticeKind.EXCLUDES_SHARED_MEMORY)).isEmpty();
  }

  @Test
  void theAgentsUsedIsLabelled() {
    Policies maximum =
        Policies.peakPlusHalf().memory(new Statistic.Peak(), SampleSeries.MAXIMUM, Headroom.NONE);
    InstanceBuilder machine = Machines.ec2("m5.large").memoryMeasure(MemoryMeasure.AGENT_USED);
    DemandAnalysis analysis = Readings.read(maximum, machine, maxima());
    assertThat(Readings.notices(analysis, NoticeKind.EXCLUDES_SHARED_MEMORY))
        .containsExactly("memory excludes shared memory: the agent's \"used\" leaves it out");
    assertThat(analysis.memory().understated()).isTrue();
    assertThat(Readings.memory(analysis).mayReduce()).isTrue();
  }

  @Test
  void aDatabaseIsNotReducedOnTheAgentsUsed() {
    InstanceBuilder machine =
        Machines.ec2("m5.large").memoryMeasure(MemoryMeasure.AGENT_USED).name("mysql-1");
    Demand.Observed<Mebibytes> demand = Readings.memory(Readings.read(machine, used()));
    assertThat(demand.mayReduce()).isFalse();
    assertThat(demand.whyNotReduced())
        .contains("a database (mysql), and \"used\" may exclude shared memory");
  }

  @Test
  void samplesAboveTheMemoryAreNoticed() {
    DemandAnalysis analysis =
        Readings.read(m5(), used().at(Duration.ofDays(3), 9000).at(Duration.ofDays(2), 9000));
    assertThat(Readings.memory(analysis).value()).isEqualTo(new Mebibytes(5000));
    assertThat(Readings.notices(analysis, NoticeKind.SAMPLES_CONTRADICT_TYPE))
        .containsExactly(
            "2 memory samples are above the memory of the type in force; taken for gaps");
    assertThat(Readings.notices(Readings.read(m5(), used()), NoticeKind.SAMPLES_CONTRADICT_TYPE))
        .isEmpty();
  }

  @Test
  void theBalloonIsNoReasonToShrink() {
    Samples balloon =
        Samples.of(Metric.MEMORY_BALLOON, SampleUnit.MIB, DAYS)
            .flat(3000)
            .from(Duration.ofDays(5), 300, 16000);
    DemandAnalysis analysis = Readings.read(Machines.gce("e2-standard-4"), balloon);
    Demand.Observed<Mebibytes> demand = Readings.memory(analysis);
    assertThat(demand.value()).isEqualTo(new Mebibytes(16000));
    assertThat(demand.mayReduce()).isFalse();
    assertThat(demand.whyNotReduced()).contains("the E2 balloon includes page cache");
    // page cache that fills the memory is not demand that was cut off
    assertThat(demand.censoring()).isEqualTo(Censoring.NONE);
    assertThat(Readings.notices(analysis, NoticeKind.BALLOON_INCLUDES_CACHE)).hasSize(1);
  }

  @Test
  void anAgentsMetricIsPreferredToTheBalloon() {
    Samples balloon = Samples.of(Metric.MEMORY_BALLOON, SampleUnit.MIB, DAYS).flat(12000);
    DemandAnalysis analysis =
        Readings.read(
            Machines.gce("e2-standard-4").memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE),
            balloon,
            used());
    assertThat(Readings.memory(analysis).value()).isEqualTo(new Mebibytes(5000));
    assertThat(Readings.memory(analysis).mayReduce()).isTrue();
    assertThat(Readings.notices(analysis, NoticeKind.BALLOON_INCLUDES_CACHE)).isEmpty();
  }

  @Test
  void aShortHistoryIsTheFirstReasonNamed() {
    Samples balloon = Samples.of(Metric.MEMORY_BALLOON, SampleUnit.MIB, 3).flat(3000);
    DemandAnalysis analysis = Readings.read(Machines.gce("e2-standard-4"), balloon);
    assertThat(Readings.memory(analysis).whyNotReduced())
        .contains("only 3.0 days of history, 14 days needed to reduce");
  }

  @Test
  void bytesBeyondTheMemoryOfTheTypeContradictIt() {
    // an m5.large has 8 GiB
    Samples samples =
        Samples.of(Metric.MEMORY_USED, SampleUnit.BYTES, 20)
            .flat(0x1p32)
            .at(Duration.ofDays(9), 0x1p33)
            .at(Duration.ofDays(8), 1.25 * 0x1p33);
    DemandAnalysis analysis = Readings.read(Machines.ec2("m5.large"), samples);
    assertThat(Readings.memory(analysis).value()).isEqualTo(new Mebibytes(8192));
    assertThat(Readings.notices(analysis, NoticeKind.SAMPLES_CONTRADICT_TYPE))
        .containsExactly(
            "1 memory samples are above the memory of the type in force; taken for gaps");
  }
}
