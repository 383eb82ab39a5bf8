package io.headroom.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.executor.machine.Breadcrumb;
import io.headroom.executor.machine.CallKey;
import io.headroom.executor.machine.MachineControl;
import io.headroom.executor.machine.PowerState;
import io.headroom.executor.machine.Sighting;
import io.headroom.executor.machine.StopAnswer;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.OperationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What holds of every cloud behind {@link MachineControl}. A subclass gives a running machine and
 * lets the cloud's time pass.
 */
public abstract class MachineControlContract {

  private static final OperationId OPERATION = new OperationId("op-1");

  /** Returns the cloud. */
  protected abstract MachineControl machines();

  /** Returns a running machine of it. */
  protected abstract MachineRef machine();

  /** Returns a type that the machine can get, other than its own. */
  protected abstract String anotherType();

  /** Lets the cloud's time go on. */
  protected abstract void pass(Duration time);

  private static CallKey key(long intent) {
    return new CallKey(OPERATION, intent);
  }

  private Sighting seen() {
    return machines().look(machine());
  }

  private void stopped() {
    machines().stop(machine(), key(1));
    pass(Duration.ofMinutes(2));
    assertThat(seen().power()).isEqualTo(PowerState.STOPPED);
  }

  @Test
  void stopsChangesAndStarts() {
    Instant firstRun = seen().run().started();
    stopped();

    machines().changeType(machine(), anotherType(), key(2));
    pass(Duration.ofSeconds(10));
    machines().start(machine(), key(3));
    pass(Duration.ofMinutes(5));

    assertThat(seen().power()).isEqualTo(PowerState.RUNNING);
    assertThat(seen().type()).isEqualTo(anotherType());
    assertThat(seen().run().started()).isAfter(firstRun);
  }

  @Test
  void tellsWhoeverStopsAStoppedMachine() {
    assertThat(machines().stop(machine(), key(1))).isEqualTo(StopAnswer.STOPPING);
    assertThat(machines().stop(machine(), key(2))).isEqualTo(StopAnswer.WAS_NOT_RUNNING);
    pass(Duration.ofMinutes(2));
    assertThat(machines().stop(machine(), key(3))).isEqualTo(StopAnswer.WAS_NOT_RUNNING);
  }

  @Test
  void tellsWhenItWasStopped() {
    stopped();

    assertThat(seen().run().stopped()).isPresent();
  }

  @Test
  void leavesARunningMachineAloneThatIsStarted() {
    Sighting before = seen();

    machines().start(machine(), key(1));

    assertThat(seen().run()).isEqualTo(before.run());
    assertThat(seen().power()).isEqualTo(PowerState.RUNNING);
  }

  @Test
  void refusesToChangeARunningMachine() {
    assertThatThrownBy(() -> machines().changeType(machine(), anotherType(), key(1)))
        .isInstanceOfSatisfying(
            CloudException.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(FailureKind.CONFLICT));
    assertThat(seen().type()).isNotEqualTo(anotherType());
  }

  @Test
  void acceptsAChangeToTheTypeItHas() {
    stopped();
    String type = seen().type();

    machines().changeType(machine(), type, key(2));

    assertThat(seen().type()).isEqualTo(type);
  }

  @Test
  void marksAndUnmarks() {
    Breadcrumb mark =
        new Breadcrumb(
            OPERATION, 3, "big", "small", Instant.parse("2026-07-20T02:00:00Z"), "web-6");

    machines().mark(machine(), mark, key(1));
    assertThat(seen().breadcrumb()).contains(mark);

    machines().unmark(machine(), key(2));
    machines().unmark(machine(), key(3));
    assertThat(seen().breadcrumb()).isEmpty();
  }

  @Test
  void objectsToNothingThatCanBe() {
    assertThat(machines().objections(machine(), List.of(anotherType()))).isEmpty();
  }

  @Test
  void saysThatAMachineIsNotThere() {
    MachineRef nobody = new MachineRef(machine().placement(), "i-0", "");

    assertThatThrownBy(() -> machines().look(nobody))
        .isInstanceOfSatisfying(
            CloudException.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(FailureKind.NOT_FOUND));
  }
}
