package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.Calendars;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {

  private static final Instant END = Machines.AS_OF;
  private static final Duration HOUR = Duration.ofHours(1);

  private static TimeRange hours(int before, int length) {
    return TimeRange.startingAt(END.minus(Duration.ofHours(before)), Duration.ofHours(length));
  }

  private static Frame frame(Calendars calendar, TimeRange... stopped) {
    return Frame.of(
        Machines.ec2("m5.large").stopped(List.of(stopped)).build(),
        Policies.peakPlusHalf().calendar(calendar).build(),
        END);
  }

  @Test
  void theWindowEndsAtTheGivenTime() {
    assertThat(frame(Calendars.empty()).window())
        .isEqualTo(TimeRange.endingAt(END, Duration.ofDays(42)));
  }

  @Test
  void namedTimesAreLookedForAYearAndAMonthBack() {
    Frame frame =
        frame(
            Calendars.empty()
                .keeping("last year end", END.minus(Duration.ofDays(395)), HOUR)
                .keeping("the one before", END.minus(Duration.ofDays(397)), HOUR)
                .leavingOut("migration", END.minus(Duration.ofDays(395)), HOUR));
    assertThat(frame.kept()).extracting("name").containsExactly("last year end");
    assertThat(frame.leftOut()).extracting("name").containsExactly("migration");
  }

  @Test
  void aMachineSettlesFifteenMinutesAfterEachStartAndResize() {
    Instant launch = END.minus(Duration.ofDays(30));
    Instant resize = END.minus(Duration.ofDays(20));
    TypeHistory history =
        new TypeHistory(
            "m5.large", List.of(new TypeChange(resize, "m5.large", /* madeByHeadroom= */ true)));
    Instance placed = Machines.ec2("m5.large").build();
    Instance instance =
        Instance.builder(placed.id(), placed.placement(), history)
            .launched(launch)
            .stopped(List.of(hours(48, 1)))
            .build();
    Duration quarter = Duration.ofMinutes(15);
    assertThat(Frame.of(instance, Policies.peakPlusHalf().build(), END).settling())
        .containsExactly(
            TimeRange.startingAt(launch, quarter),
            TimeRange.startingAt(hours(48, 1).end(), quarter),
            TimeRange.startingAt(resize, quarter));
  }

  @Test
  void expectsAllTimeThatIsNotCut() {
    assertThat(frame(Calendars.empty()).secondsExpected(hours(10, 10))).isEqualTo(10 * 3600);
  }

  @Test
  void stoppedAndLeftOutTimesAreNotExpectedEvenWhereTheyOverlap() {
    Frame frame =
        frame(
            Calendars.empty()
                .leavingOut("load test", hours(7, 2).start(), hours(7, 2).length())
                .leavingOut("inside", hours(7, 1).start(), Duration.ofMinutes(10)),
            hours(8, 2), // 8 h to 6 h before the end; the load test is 7 h to 5 h before
            hours(2, 1));
    // cut: 8 h to 5 h, and 2 h to 1 h; 10 - 3 - 1
    assertThat(frame.secondsExpected(hours(10, 10))).isEqualTo(6 * 3600);
  }

  @Test
  void cutsReachOnlyAsFarAsTheRange() {
    Frame frame = frame(Calendars.empty(), hours(12, 3), hours(1, 5), hours(30, 2));
    // cut: 10 h to 9 h and 1 h to 0 h before the end
    assertThat(frame.secondsExpected(hours(10, 10))).isEqualTo(8 * 3600);
  }
}
