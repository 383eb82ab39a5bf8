package io.headroom.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.unit.Percentile;
import org.junit.jupiter.api.Test;

class StatisticTest {

  private static String told(Statistic statistic) {
    return statistic.match(() -> "peak", percentile -> percentile.toString(), rank -> "k=" + rank);
  }

  @Test
  void eachKindIsToldApart() {
    assertThat(told(new Statistic.Peak())).isEqualTo("peak");
    assertThat(told(new Statistic.OfPercentile(new Percentile(99.5)))).isEqualTo("p99.5");
    assertThat(told(new Statistic.DailyPeak(2))).isEqualTo("k=2");
  }

  @Test
  void hasTheNamePoliciesUse() {
    assertThat(new Statistic.Peak().id()).isEqualTo("peak");
    assertThat(new Statistic.OfPercentile(new Percentile(99.5)).id()).isEqualTo("p99.5");
    assertThat(new Statistic.DailyPeak(2).id()).isEqualTo("daily-peak-2");
  }

  @Test
  void ranksOfDailyPeaksStartAtOne() {
    assertThat(new Statistic.DailyPeak(1).rank()).isOne();
    assertThatThrownBy(() -> new Statistic.DailyPeak(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid rank of a daily peak: 0; expected 1 or more");
  }
}
