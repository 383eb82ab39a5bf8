package io.headroom.executor.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.WorkerCounts;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What every way to set workers does. */
public abstract class WorkerApplierContract {

  /** Returns what sets the workers of {@link #machine()}. */
  protected abstract WorkerApplier applier();

  /** Returns a machine whose host can be reached and has no background workers. */
  protected abstract MachineRef machine();

  /** Returns a machine whose host cannot be reached. */
  protected abstract MachineRef unreachable();

  private static WorkerCounts web(int count) {
    return new WorkerCounts(count, OptionalInt.empty());
  }

  @Test
  void runsWhatWasApplied() {
    applier().apply(machine(), web(4));
    assertThat(applier().running(machine())).isEqualTo(web(4));

    applier().apply(machine(), web(2));
    assertThat(applier().running(machine())).isEqualTo(web(2));
  }

  @Test
  void applyingTwiceIsApplyingOnce() {
    applier().apply(machine(), web(3));
    applier().apply(machine(), web(3));

    assertThat(applier().running(machine())).isEqualTo(web(3));
  }

  @Test
  void saysWhenTheHostCannotBeReached() {
    assertThatThrownBy(() -> applier().running(unreachable()))
        .isInstanceOf(HostException.class)
        .hasMessageStartingWith("Cannot ");
    assertThatThrownBy(() -> applier().apply(unreachable(), web(3)))
        .isInstanceOf(HostException.class)
        .hasMessageStartingWith("Cannot ");
  }
}
