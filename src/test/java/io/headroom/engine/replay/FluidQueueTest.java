package io.headroom.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.model.unit.Share;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FluidQueueTest {

  private static QueueOutcome play(Samples samples, double vcpus) {
    FluidQueue queue = FluidQueue.of(new VCpus(vcpus));
    Plays.cpu(samples).replay(queue::slot);
    return queue.outcome();
  }

  /** A day of one vCPU, six slots of which (from noon on) have {@code burst}. */
  private static Samples burst(double burst) {
    return Samples.cpuVcpus(1).flat(1).from(Duration.ofHours(12), 6, burst);
  }

  @Test
  void whatFitsIsNeverLate() {
    assertThat(play(burst(2), 4))
        .isEqualTo(new QueueOutcome(288, 1, 0, Duration.ZERO, 0, Share.NONE, Delays.NONE));
  }

  @Test
  void exactlyTheCapacityIsSaturatedButNotLate() {
    QueueOutcome outcome = play(burst(2), 2);
    assertThat(outcome.saturatedSlots()).isEqualTo(6);
    assertThat(outcome.saturated()).isEqualTo(Duration.ofMinutes(30));
    assertThat(outcome.delays().worst()).isEqualTo(Duration.ZERO);
    assertThat(outcome.lateShare()).isEqualTo(Share.NONE);
  }

  @Test
  void moreThanTheCapacityWaits() {
    // 3 vCPUs on 2: each of six slots leaves 300 vCPU-seconds, 1800 in the end, 900 s of 2 vCPUs;
    // then one vCPU is free to work them off, 300 in a slot: six more slots, five of them with a
    // backlog at their end
    QueueOutcome outcome = play(burst(3), 2);
    assertThat(outcome.delays().worst()).isEqualTo(Duration.ofMinutes(15));
    assertThat(outcome.saturatedSlots()).isEqualTo(11);
    assertThat(outcome.delays().left()).isEqualTo(Duration.ZERO);
  }

  @Test
  void workIsLateIfItIsNotDoneInItsSlot() {
    // room is 600 a slot. Before each slot of the burst 0, 300, 600, 900, 1200 and 1500 wait, so of
    // 900 new ones 300, 600 and four times all 900 are late. After it 1800, 1500, 1200, 900, 600
    // and
    // 300 wait before 300 new ones each, which are all late but the last
    double late = 300 + 600 + 4 * 900 + 5 * 300;
    double all = 282 * 300 + 6 * 900;
    assertThat(play(burst(3), 2).lateShare().fraction()).isCloseTo(late / all, within(1e-12));
  }

  @Test
  void theP95DelayIsAmongTheSlots() {
    // 288 slots: rank ceil(273.6) = 274 from below, the 15th largest delay; 11 slots have one
    assertThat(play(burst(3), 2).delays().p95()).isEqualTo(Duration.ZERO);
    // a burst of two hours: 24 slots grow by 150 s each to 3600 s and 23 fall: 15th largest
    Samples longer = Samples.cpuVcpus(1).flat(1).from(Duration.ofHours(12), 24, 3);
    // delays 3600, 3450 twice, 3300 twice, …: the 15th largest is 3600 − 7 × 150
    assertThat(play(longer, 2).delays().p95()).isEqualTo(Duration.ofSeconds(2550));
  }

  @Test
  void whatWaitsAtTheEndIsReported() {
    Samples full = Samples.cpuVcpus(0.5).flat(3);
    // 144 slots leave 300 each: 43200 vCPU-seconds, of 2 vCPUs six hours
    QueueOutcome outcome = play(full, 2);
    assertThat(outcome.delays().left()).isEqualTo(Duration.ofHours(6));
    assertThat(outcome.delays().worst()).isEqualTo(Duration.ofHours(6));
    assertThat(outcome.saturated()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void timeWithoutSamplesBringsNoWorkAndServesWhatWaits() {
    FluidQueue queue = FluidQueue.of(new VCpus(2));
    queue.slot(0, 300, 3);
    assertThat(queue.backlog()).isEqualTo(300);
    // 100 s later 200 are done
    queue.slot(400, 300, 0);
    assertThat(queue.arrived()).isEqualTo(900);
    assertThat(queue.served()).isEqualTo(900);
    assertThat(queue.backlog()).isZero();
  }

  @Test
  void aShortGapServesOnlyWhatItCan() {
    FluidQueue queue = FluidQueue.of(new VCpus(2));
    queue.slot(0, 300, 3);
    queue.slot(400, 300, 3);
    // 300 − 200 + 900 − 600
    assertThat(queue.backlog()).isEqualTo(400);
    assertThat(queue.arrived()).isEqualTo(queue.served() + queue.backlog());
  }

  @Test
  void aRecordingOfManySlotsIsHeld() {
    // 42 days of minutes are 60,480 slots before they are averaged; of five minutes 12,096
    assertThat(play(Samples.cpuVcpus(42).flat(1), 2).slots()).isEqualTo(12_096);
  }

  @Test
  void nothingObservedIsNothingLate() {
    QueueOutcome outcome = FluidQueue.of(new VCpus(2)).outcome();
    assertThat(outcome.slots()).isZero();
    assertThat(outcome.delays().p95()).isEqualTo(Duration.ZERO);
    assertThat(outcome.delays().worst()).isEqualTo(Duration.ZERO);
    assertThat(outcome.lateShare()).isEqualTo(Share.NONE);
  }

  @Test
  void refusesNoCapacity() {
    assertThatThrownBy(() -> FluidQueue.of(VCpus.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid capacity: 0 vCPU; expected more");
  }
}
