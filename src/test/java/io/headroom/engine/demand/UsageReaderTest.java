package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.HistoryRule;
import io.headroom.model.policy.Policy;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.Calendars;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Regions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which slots count for what. The look-back window is one hour here: 12 slots of five minutes. */
class UsageReaderTest {

  private static final Instant END = Machines.AS_OF;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SLOT = Duration.ofMinutes(5);
  private static final float GAP = Series.gap();

  private Calendars calendar = Calendars.empty();
  private InstanceBuilder machine = Machines.ec2("m5.large");
  private Dimension dimension = Dimension.CPU;

  private Policy policy() {
    HistoryRule rule =
        new HistoryRule(HOUR, Duration.ZERO, Duration.ZERO, Duration.ZERO, Share.NONE);
    return Policies.peakPlusHalf().history(rule).calendar(calendar).build();
  }

  private Usage read(Series... parts) {
    Instance instance = machine.build();
    return new UsageReader(
            Frame.of(instance, policy(), END),
            CapacityTimeline.of(instance.type(), Regions.ec2()),
            instance.launched(),
            dimension)
        .read(List.of(parts));
  }

  private static Instant before(int minutes) {
    return END.minus(Duration.ofMinutes(minutes));
  }

  private static Series cpu(Instant start, int step, float... values) {
    return Series.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, start, step, values);
  }

  private static Series memory(float... values) {
    return Series.of(Metric.MEMORY_USED, SampleUnit.MIB, before(60), 300, values);
  }

  /** One hour of 50 %, which are 1 vCPU of an m5.large. */
  private static Series hour() {
    float[] values = new float[12];
    Arrays.fill(values, 50);
    return cpu(before(60), 300, values);
  }

  /** Says when, in minutes before the end, slots were handed out, and what they hold. */
  private static List<String> slots(Usage usage) {
    List<String> slots = new ArrayList<>();
    usage.replay(
        (start, seconds, used) ->
            slots.add((END.getEpochSecond() - start) / 60 + ":" + seconds + ":" + used));
    return slots;
  }

  private static List<String> treatments(Usage usage) {
    return usage.stretches().stream()
        .map(stretch -> stretch.treatment() + " " + stretch.from() + "-" + stretch.until())
        .toList();
  }

  @Test
  void aSlotBelongsToTheWindowIfItStartsInside() {
    // slots start 65, 60, 55 … 5 and 0 minutes before the end
    float[] values = new float[14];
    Arrays.fill(values, 50);
    Usage usage = read(cpu(before(65), 300, values));
    assertThat(usage.observedSlots()).isEqualTo(12);
    assertThat(slots(usage)).hasSize(12).startsWith("60:300:1.0").endsWith("5:300:1.0");
    assertThat(usage.history()).isEqualTo(HOUR);
    assertThat(treatments(usage)).containsExactly("COUNTED 1-13");
  }

  @Test
  void aWindowThatStartsInsideASlotLeavesThatSlotOut() {
    // slots start 62 and 57 minutes before the end
    assertThat(slots(read(cpu(before(62), 300, 50, 50)))).containsExactly("57:300:1.0");
  }

  @Test
  void gapsAreNotHandedOut() {
    Usage usage = read(cpu(before(20), 300, 50, GAP, GAP, 25));
    assertThat(slots(usage)).containsExactly("20:300:1.0", "5:300:0.5");
    assertThat(usage.observedSlots()).isEqualTo(2);
    assertThat(usage.mean()).isEqualTo(0.75);
  }

  @Test
  void theMeanIsOverTimeNotOverSlots() {
    // ten minutes of 2 vCPUs and thirty of none: 0.5
    Usage usage = read(cpu(before(40), 600, 100), cpu(before(30), 1800, 0));
    assertThat(usage.mean()).isEqualTo(0.5);
    assertThat(read(cpu(before(40), 600, GAP)).mean()).isZero();
  }

  @Test
  void coverageIsObservedTimeOfTheTimeSinceTheFirstSample() {
    // first sample 20 minutes before the end; 10 of those minutes are observed
    assertThat(read(cpu(before(20), 300, 50, GAP, GAP, 25)).coverage())
        .isEqualTo(Share.ofPercent(50));
    assertThat(read(hour()).coverage()).isEqualTo(Share.ALL);
  }

  @Test
  void timeBeforeTheFirstSampleIsExpectedIfTheMachineWasSeenBeforeTheWindow() {
    // seen 65 minutes before the end, then nothing for 40 of the 60 minutes
    Usage usage =
        read(cpu(before(65), 300, 50, GAP, GAP, GAP, GAP, GAP, GAP, GAP, GAP, 50, 50, 50, 50));
    assertThat(usage.coverage().fraction()).isEqualTo(20.0 / 60);
    assertThat(usage.history()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void samplesAfterTheEndSayNothingOfTheTimeBefore() {
    Usage usage = read(cpu(before(20), 300, 50, 50, 50, 50, 50));
    assertThat(usage.coverage()).isEqualTo(Share.ALL);
  }

  @Test
  void timeBeforeTheLaunchIsNotExpected() {
    machine = machine.launched(before(30));
    // 15 of 30 minutes; without the launch it would be 15 of 60
    Usage usage = read(cpu(before(65), 300, 50), cpu(before(15), 300, 50, 50, 50));
    assertThat(usage.coverage()).isEqualTo(Share.ofPercent(50));
  }

  @Test
  void aLaunchBeforeTheFirstSampleIsExpectedFromTheFirstSampleOn() {
    machine = machine.launched(before(50));
    assertThat(read(cpu(before(30), 300, 50, 50, 50, GAP, GAP, GAP)).coverage())
        .isEqualTo(Share.ofPercent(50));
  }

  @Test
  void aLaunchAfterTheEndExpectsNothing() {
    machine = machine.launched(END.plus(HOUR));
    assertThat(read(hour()).coverage()).isEqualTo(Share.ALL);
  }

  @Test
  void timeKnownStoppedIsNeitherReadNorExpected() {
    machine = machine.stopped(List.of(new TimeRange(before(40), before(20))));
    Usage usage = read(hour());
    // starts of 40, 35, 30 and 25 minutes before the end are cut
    assertThat(usage.observedSlots()).isEqualTo(8);
    assertThat(usage.coverage()).isEqualTo(Share.ALL);
  }

  @Test
  void aSlotThatTouchesACutIsCut() {
    // 28 minutes before the end lies in the slot of 30, 21 in that of 25
    calendar = calendar.leavingOut("load test", before(28), Duration.ofMinutes(7));
    Usage usage = read(hour());
    assertThat(slots(usage)).hasSize(10).noneMatch(slot -> slot.startsWith("30:"));
    assertThat(slots(usage)).noneMatch(slot -> slot.startsWith("25:"));
    assertThat(slots(usage)).anyMatch(slot -> slot.startsWith("20:"));
  }

  @Test
  void slotsOfTheFirstFifteenMinutesAreReplayedButDoNotCount() {
    machine = machine.launched(before(33));
    Usage usage = read(hour());
    // 33 to 18 minutes before the end: slots that start at 35, 30, 25 and 20
    assertThat(treatments(usage)).containsExactly("COUNTED 0-5", "SETTLING 5-9", "COUNTED 9-12");
    assertThat(usage.observedSlots()).isEqualTo(12);
    assertThat(slots(usage)).hasSize(12);
    assertThat(usage.stretches())
        .extracting(Stretch::setsDemand)
        .containsExactly(true, false, true);
    assertThat(usage.stretches()).extracting(Stretch::inWindow).containsOnly(true);
  }

  @Test
  void namedPeaksBeforeTheWindowAreKeptButNotReplayed() {
    calendar =
        calendar
            .keeping("month end", before(80), Duration.ofMinutes(10))
            .keeping("in the window", before(30), Duration.ofMinutes(10))
            .keeping("across its start", before(62), Duration.ofMinutes(10));
    float[] values = new float[18];
    Arrays.fill(values, 50);
    Usage usage = read(cpu(before(90), 300, values));
    // starts at 80 and 75; none at 62 or later before the window starts at 60
    assertThat(treatments(usage)).containsExactly("KEPT 2-4", "COUNTED 6-18");
    assertThat(usage.observedSlots()).isEqualTo(12);
    assertThat(usage.stretches()).extracting(Stretch::setsDemand).containsOnly(true);
    assertThat(usage.stretches()).extracting(Stretch::inWindow).containsExactly(false, true);
  }

  @Test
  void aNamedPeakWhileTheMachineSettledIsNotKept() {
    calendar = calendar.keeping("month end", before(90), Duration.ofMinutes(30));
    machine = machine.launched(before(80));
    float[] values = new float[6];
    Arrays.fill(values, 50);
    // 80 to 65 minutes before the end the machine settled
    assertThat(treatments(read(cpu(before(90), 300, values))))
        .containsExactly("KEPT 0-2", "KEPT 5-6");
  }

  @Test
  void aPercentageIsOfTheTypeInForceAtThatMoment() {
    Instance now = machine.build();
    machine =
        Instance.builder(
            now.id(),
            now.placement(),
            new TypeHistory(
                "m5.xlarge",
                List.of(
                    new TypeChange(before(999), "m5.large", /* madeByHeadroom= */ false),
                    new TypeChange(before(27), "m5.xlarge", /* madeByHeadroom= */ false))));
    // the slot of 30 minutes before the end starts on the m5.large
    Usage usage = read(cpu(before(35), 300, 50, 50, 50, 50));
    assertThat(slots(usage))
        .containsExactly("35:300:1.0", "30:300:1.0", "25:300:2.0", "20:300:2.0");
  }

  @Test
  void samplesOfATypeThatIsNotKnownAreGaps() {
    Instance now = machine.build();
    machine =
        Instance.builder(
            now.id(),
            now.placement(),
            new TypeHistory(
                "m5.large",
                List.of(new TypeChange(before(20), "m5.large", /* madeByHeadroom= */ false))));
    Usage usage = read(hour());
    assertThat(usage.observedSlots()).isEqualTo(4);
  }

  @Test
  void moreMemoryThanTheTypeHasContradictsIt() {
    dimension = Dimension.MEMORY;
    Series series = memory(8192, 8193, 4096, 9000);
    Usage usage = read(series);
    // an m5.large has 8192 MiB
    assertThat(slots(usage)).containsExactly("60:300:8192.0", "50:300:4096.0");
    assertThat(usage.contradicting()).isEqualTo(2);
    assertThat(usage.observedSlots()).isEqualTo(2);
    // the series of the caller is untouched
    assertThat(series.value(1)).isEqualTo(8193f);
  }

  @Test
  void moreCpuThanTheTypeHasIsABoostAndLegal() {
    Usage usage = read(cpu(before(20), 300, 120));
    assertThat(slots(usage)).containsExactly("20:300:2.4");
    assertThat(usage.contradicting()).isZero();
  }

  @Test
  void nothingObservedHasNoHistory() {
    Usage usage = read(cpu(before(120), 300, 50));
    assertThat(usage.observedSlots()).isZero();
    assertThat(usage.coverage()).isEqualTo(Share.NONE);
    assertThat(usage.history()).isEqualTo(Duration.ZERO);
  }

  @Test
  void partsOfDifferentStepsAddUp() {
    Usage usage = read(cpu(before(60), 1800, 50), cpu(before(30), 300, 50, 50, 50, 50, 50, 50));
    assertThat(usage.coverage()).isEqualTo(Share.ALL);
    assertThat(usage.history()).isEqualTo(HOUR);
    assertThat(usage.observedSlots()).isEqualTo(7);
    assertThat(SLOT.multipliedBy(12)).isEqualTo(HOUR);
  }
}
