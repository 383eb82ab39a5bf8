package io.headroom.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.Provider;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Seeds;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of any load: more of it never asks for less, and no data is not zero. */
class DemandLawsTest {

  private static final int CASES = 25;
  private static final Policy DEFAULT = Policies.peakPlusHalf().build();
  private static final Policy AT_ONCE = Policies.peakPlusHalf().unlimited().build();

  private static final String EC2 = "m5.4xlarge";
  private static final String GCE = "n2-standard-16";
  private static final double VCPUS = 16;
  private static final double MIB = 65_536;

  private static Provider provider(Random random) {
    return random.nextBoolean() ? Provider.AWS : Provider.GCE;
  }

  private static String type(Provider provider) {
    return provider == Provider.AWS ? EC2 : GCE;
  }

  private static Verdict verdict(Provider provider, Policy policy, Series... series) {
    return Load.verdict(provider, type(provider), policy, series);
  }

  private static double vcpus(Verdict verdict) {
    return verdict.required().orElseThrow().vcpus().value();
  }

  private static double mib(Verdict verdict) {
    return verdict.required().orElseThrow().memory().value();
  }

  /** What the machine costs once the advice is followed. */
  private static double price(Verdict verdict) {
    return verdict
        .recommended()
        .map(Option::price)
        .or(() -> verdict.current().price())
        .map(MonthlyPrice::amount)
        .orElseThrow()
        .doubleValue();
  }

  @Test
  void scalingDemandUpNeverLowersRequiredCapacityNorThePriceBeyondTheTolerance() {
    Seeds.forEach(
        CASES,
        random -> {
          Provider provider = provider(random);
          Load load = new Load(random, VCPUS / 4, MIB / 8);
          double more = 1 + 2 * random.nextDouble();
          Verdict less = verdict(provider, AT_ONCE, load.cpu(1), load.memory(1));
          Verdict scaled = verdict(provider, AT_ONCE, load.cpu(more), load.memory(more));
          assertThat(vcpus(scaled)).isGreaterThanOrEqualTo(vcpus(less));
          assertThat(mib(scaled)).isGreaterThanOrEqualTo(mib(less));
          assertThat(price(scaled) * 1.02).isGreaterThanOrEqualTo(price(less) - 1e-9);
        });
  }

  @Test
  void requiredCapacityScalesWithDemand() {
    Seeds.forEach(
        CASES,
        random -> {
          Provider provider = provider(random);
          Load load = new Load(random, VCPUS / 4, MIB / 8);
          Verdict once = verdict(provider, DEFAULT, load.cpu(1), load.memory(1));
          Verdict twice = verdict(provider, DEFAULT, load.cpu(2), load.memory(2));
          assertThat(vcpus(twice)).isCloseTo(2 * vcpus(once), within(0.0003));
          assertThat(mib(twice)).isCloseTo(2 * mib(once), within(0.005));
        });
  }

  @Test
  void moreHeadroomNeverAsksForLess() {
    Seeds.forEach(
        CASES,
        random -> {
          Provider provider = provider(random);
          Load load = new Load(random, VCPUS / 4, MIB / 8);
          double some = random.nextInt(50);
          Verdict less = headroom(provider, load, some);
          Verdict more = headroom(provider, load, some + random.nextInt(100));
          assertThat(vcpus(more)).isGreaterThanOrEqualTo(vcpus(less));
          assertThat(mib(more)).isGreaterThanOrEqualTo(mib(less));
          assertThat(price(more) * 1.02).isGreaterThanOrEqualTo(price(less) - 1e-9);
        });
  }

  private static Verdict headroom(Provider provider, Load load, double percent) {
    Policy policy =
        Policies.peakPlusHalf()
            .unlimited()
            .cpu(new Statistic.Peak(), SampleSeries.MEAN, Headroom.ofPercent(percent))
            .memory(new Statistic.Peak(), SampleSeries.MEAN, Headroom.ofPercent(percent))
            .build();
    return verdict(provider, policy, load.cpu(1), load.memory(1));
  }

  @Test
  void removingMemoryNeverLowersItBelowThePresentMemory() {
    Seeds.forEach(
        CASES,
        random -> {
          Provider provider = provider(random);
          Load load = new Load(random, VCPUS, MIB);
          Verdict verdict = verdict(provider, AT_ONCE, load.cpu(1));
          assertThat(mib(verdict)).isGreaterThanOrEqualTo(MIB);
          assertThat(memoryOf(verdict.recommended(), MIB)).isGreaterThanOrEqualTo(MIB);
        });
  }

  @Test
  void removingCpuGivesNoRecommendationAtAll() {
    Seeds.forEach(
        CASES,
        random -> {
          Provider provider = provider(random);
          Load load = new Load(random, VCPUS, MIB);
          Verdict verdict = verdict(provider, AT_ONCE, load.memory(1));
          assertThat(verdict.finding()).isEqualTo(Finding.INSUFFICIENT_DATA);
          assertThat(verdict.reasons()).containsExactly(FindingReason.CPU_NOT_COLLECTED);
          assertThat(verdict.recommended()).isEmpty();
          assertThat(vcpus(verdict)).isEqualTo(VCPUS);
        });
  }

  @Test
  void cuttingHistoryOrCoverageNeverLowersADimensionBelowItsPresentCapacity() {
    Seeds.forEach(
        CASES,
        random -> {
          Provider provider = provider(random);
          Load load = new Load(random, VCPUS / 4, MIB / 8);
          // 13.7 of the 14 days a reduction needs would be within the tolerance
          int kept = random.nextBoolean() ? Load.slots() : 288 * (2 + random.nextInt(11));
          double lost = kept == Load.slots() ? 0.25 : 0;
          Series cpu = thinned(random, load.cpu(1), kept, lost);
          Series memory = thinned(random, load.memory(1), kept, lost);
          Verdict both = verdict(provider, AT_ONCE, cpu, memory);
          assertThat(vcpus(both)).isGreaterThanOrEqualTo(VCPUS);
          assertThat(mib(both)).isGreaterThanOrEqualTo(MIB);
          Verdict one = verdict(provider, AT_ONCE, load.cpu(1), memory);
          assertThat(vcpus(one)).isLessThan(VCPUS);
          assertThat(memoryOf(one.recommended(), MIB)).isGreaterThanOrEqualTo(MIB);
        });
  }

  private static double memoryOf(Optional<Option> option, double otherwise) {
    return option.map(chosen -> chosen.offering().type().memory().value()).orElse(otherwise);
  }

  /** The last slots of a series, of which a share is lost. */
  private static Series thinned(Random random, Series series, int kept, double lost) {
    float[] values = new float[kept];
    for (int slot = 0; slot < kept; slot++) {
      values[slot] =
          random.nextDouble() < lost ? Series.gap() : series.value(series.slots() - kept + slot);
    }
    return Series.of(
        series.metric(), series.unit(), Machines.AS_OF.minusSeconds(300L * kept), 300, values);
  }

  @Test
  void removingSamplesThatDoNotSetTheStatisticChangesNothing() {
    Seeds.forEach(
        CASES,
        random -> {
          Provider provider = provider(random);
          Load load = new Load(random, VCPUS, MIB / 1.6);
          Verdict all = verdict(provider, DEFAULT, load.cpu(1), load.memory(1));
          Series cpu = without(random, load.cpu(1), load.busiest());
          Series memory = without(random, load.memory(1), load.busiest());
          Verdict fewer = verdict(provider, DEFAULT, cpu, memory);
          assertThat(fewer.required()).isEqualTo(all.required());
          assertThat(fewer.finding()).isEqualTo(all.finding());
          assertThat(fewer.options())
              .extracting(Option::instanceType)
              .isEqualTo(all.options().stream().map(Option::instanceType).toList());
        });
  }

  /** Loses a tenth of the samples, but neither the first, the last nor the busiest. */
  private static Series without(Random random, Series series, int busiest) {
    float[] values = new float[series.slots()];
    for (int slot = 0; slot < values.length; slot++) {
      boolean keeps = slot == 0 || slot == values.length - 1 || slot == busiest;
      values[slot] = keeps || random.nextInt(10) != 0 ? series.value(slot) : Series.gap();
    }
    return Series.of(
        series.metric(),
        series.unit(),
        java.time.Instant.ofEpochSecond(series.startEpochSecond()),
        series.stepSeconds(),
        values);
  }

  @Test
  void noDataIsNotZero() {
    Seeds.forEach(
        CASES,
        random -> {
          Provider provider = provider(random);
          Load load = new Load(random, VCPUS / 4, MIB / 8);
          Series memory = load.memory(1);
          Series gaps = thinned(random, memory, memory.slots(), /* lost= */ 1);
          Verdict nothing = verdict(provider, AT_ONCE, load.cpu(1), gaps);
          Verdict absent = verdict(provider, AT_ONCE, load.cpu(1));
          assertThat(nothing.required()).isEqualTo(absent.required());
          assertThat(mib(nothing)).isEqualTo(MIB);
          Verdict zero = verdict(provider, AT_ONCE, load.cpu(1), load.memory(0));
          assertThat(mib(zero)).isZero();
        });
  }

  @Test
  void aUnitDoesNotMatter() {
    Seeds.forEach(
        CASES,
        random -> {
          Provider provider = provider(random);
          Load load = new Load(random, VCPUS, MIB / 1.6);
          InstanceType type = Load.type(provider, type(provider));
          Verdict plain = verdict(provider, DEFAULT, load.cpu(1), load.memory(1));
          for (SampleUnit cpu : new SampleUnit[] {SampleUnit.PERCENT, SampleUnit.FRACTION}) {
            for (SampleUnit memory : new SampleUnit[] {SampleUnit.PERCENT, SampleUnit.BYTES}) {
              Verdict other =
                  verdict(provider, DEFAULT, load.cpu(cpu, type), load.memory(memory, type));
              assertThat(vcpus(other)).isCloseTo(vcpus(plain), within(0.0002));
              assertThat(mib(other)).isCloseTo(mib(plain), within(0.02));
              assertThat(other.finding()).isEqualTo(plain.finding());
              assertThat(other.recommended().map(Option::instanceType))
                  .isEqualTo(plain.recommended().map(Option::instanceType));
            }
          }
        });
  }

  @Test
  void detailedMonitoringDoesNotChangeTheAnswer() {
    Seeds.forEach(
        CASES / 2,
        random -> {
          Provider provider = provider(random);
          Load load = new Load(random, VCPUS, MIB / 1.6);
          Verdict basic = verdict(provider, DEFAULT, load.cpu(1), load.memory(1));
          Verdict detailed = verdict(provider, DEFAULT, minutes(load), load.memory(1));
          assertThat(vcpus(detailed)).isCloseTo(vcpus(basic), within(0.0002));
          assertThat(detailed.finding()).isEqualTo(basic.finding());
          assertThat(detailed.recommended().map(Option::instanceType))
              .isEqualTo(basic.recommended().map(Option::instanceType));
        });
  }

  /** Five samples of a minute for each five minutes, of the same mean. */
  private static Series minutes(Load load) {
    double[] shares = {0.5, 1.5, 1, 0.25, 1.75};
    float[] values = new float[5 * Load.slots()];
    for (int minute = 0; minute < values.length; minute++) {
      values[minute] = (float) (load.vcpus(minute / 5) * shares[minute % 5]);
    }
    Series five = load.cpu(1);
    return Series.of(
        five.metric(), five.unit(), Machines.AS_OF.minusSeconds(60L * values.length), 60, values);
  }
}
