package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.HistoryRule;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.testing.Calendars;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandAnalysisTest {

  private static final Instant END = Machines.AS_OF;

  private static InstanceBuilder m5() {
    return Machines.ec2("m5.large");
  }

  private static Samples cpu(double days) {
    return Samples.cpuPercent(days).flat(20);
  }

  private static TimeRange days(int from, int until) {
    return new TimeRange(END.minus(Duration.ofDays(from)), END.minus(Duration.ofDays(until)));
  }

  @Test
  void saysWhenTheTypeIsOnlyAssumed() {
    assertThat(Readings.notices(Readings.read(m5(), cpu(1)), NoticeKind.TYPE_ASSUMED))
        .containsExactly(
            "type assumed: nothing shows that it was m5.large for all of the look-back window");
    Instance now = m5().build();
    InstanceBuilder proven =
        Instance.builder(
            now.id(),
            now.placement(),
            new TypeHistory(
                "m5.large",
                List.of(
                    new TypeChange(
                        END.minus(Duration.ofDays(99)), "m5.large", /* madeByHeadroom= */ false))));
    assertThat(Readings.notices(Readings.read(proven, cpu(1)), NoticeKind.TYPE_ASSUMED)).isEmpty();
  }

  @Test
  void runsAllTheTimeUnlessItIsKnownToHaveBeenStopped() {
    assertThat(Readings.read(m5(), cpu(1)).running()).isEqualTo(Share.ALL);
    // 21 of 42 days
    assertThat(Readings.read(m5().stopped(List.of(days(30, 9))), cpu(1)).running())
        .isEqualTo(Share.ofPercent(50));
  }

  @Test
  void onlyStopsInsideTheWindowCount() {
    // 4.2 days of the 42, and the day before the end
    TimeRange across =
        new TimeRange(
            END.minus(Duration.ofDays(50)),
            END.minus(Duration.ofDays(42)).plus(Duration.ofMinutes(42 * 144)));
    TimeRange future = new TimeRange(END.plusSeconds(60), END.plusSeconds(600));
    assertThat(Readings.read(m5().stopped(List.of(across, future)), cpu(1)).running())
        .isEqualTo(Share.ofPercent(90));
  }

  @Test
  void aMachineYoungerThanTheWindowRunsFromItsLaunchOn() {
    InstanceBuilder young =
        m5().launched(END.minus(Duration.ofDays(10))).stopped(List.of(days(20, 5)));
    // stopped for 5 of its 10 days
    assertThat(Readings.read(young, cpu(1)).running()).isEqualTo(Share.ofPercent(50));
    InstanceBuilder old =
        m5().launched(END.minus(Duration.ofDays(100))).stopped(List.of(days(21, 0)));
    assertThat(Readings.read(old, cpu(1)).running()).isEqualTo(Share.ofPercent(50));
  }

  @Test
  void thirtyHoursAreComparedWithTolerance() {
    // 98 % of 30 hours are 29.4
    assertThat(Readings.read(m5(), cpu(29.5 / 24)).isHistoryAtLeast(Duration.ofHours(30))).isTrue();
    assertThat(Readings.read(m5(), cpu(29.3 / 24)).isHistoryAtLeast(Duration.ofHours(30)))
        .isFalse();
    assertThat(Readings.read(m5(), Samples.memoryMib(9)).isHistoryAtLeast(Duration.ZERO)).isFalse();
  }

  @Test
  void moreThanOneSizeDownTakesFiveWeeksAndAMonthEnd() {
    assertThat(freely(cpu(35), Samples.memoryMib(35))).isTrue();
    // 98 % of 35 days are 34.3
    assertThat(freely(cpu(34.4), Samples.memoryMib(34.4))).isTrue();
    assertThat(freely(cpu(34.2), Samples.memoryMib(42))).isFalse();
    assertThat(freely(cpu(42), Samples.memoryMib(34.2))).isFalse();
    // a dimension that is not collected is kept anyway
    assertThat(freely(cpu(42))).isTrue();
    // 30 June is missing
    assertThat(freely(cpu(42).gap(Duration.ofDays(20), 288))).isFalse();
    assertThat(freely(Samples.memoryMib(42))).isFalse();
  }

  @Test
  void aRuleThatAsksForNoHistoryAsksForNoMonthEndEither() {
    HistoryRule usual = Policies.peakPlusHalf().build().history();
    HistoryRule never =
        new HistoryRule(
            usual.lookback(),
            usual.forVerdict(),
            usual.toReduce(),
            Duration.ZERO,
            usual.coverage());
    DemandAnalysis young = Readings.read(m5(), cpu(2), Samples.memoryMib(1));
    assertThat(young.mayReduceFreely(usual)).isFalse();
    assertThat(young.mayReduceFreely(never)).isTrue();
  }

  private static boolean freely(Samples... samples) {
    return Readings.read(m5(), samples).mayReduceFreely(Policies.peakPlusHalf().build().history());
  }

  @Test
  void windowsLeftOutBeforeTheLookBackAreNotMentioned() {
    Policies policy =
        Policies.peakPlusHalf()
            .calendar(
                Calendars.empty()
                    .leavingOut("old", END.minus(Duration.ofDays(43)), Duration.ofDays(1))
                    .leavingOut("recent", END.minus(Duration.ofDays(43)), Duration.ofHours(25)));
    assertThat(Readings.notices(Readings.read(policy, m5(), cpu(42)), NoticeKind.LEFT_OUT))
        .containsExactly("left out: recent, 2026-06-07T00:00:00Z to 2026-06-08T01:00:00Z");
  }
}
