package io.headroom.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.machine.WorkerPool.CountChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {

  private static final Instant MONDAY = Instant.parse("2026-07-13T00:00:00Z");

  private static WorkerPool pool(int count, OptionalInt threads, CountChange... changes) {
    return new WorkerPool(
        count, Optional.empty(), Optional.empty(), threads, OptionalInt.empty(), List.of(changes));
  }

  @Test
  void theCountOfAMomentIsTheLastChangeBeforeIt() {
    WorkerPool pool =
        pool(
            9,
            OptionalInt.empty(),
            new CountChange(MONDAY, 7),
            new CountChange(MONDAY.minusSeconds(3600), 5));
    assertThat(pool.countAt(MONDAY)).isEqualTo(7);
    assertThat(pool.countAt(MONDAY.minusSeconds(1))).isEqualTo(5);
    assertThat(pool.countAt(MONDAY.plusSeconds(1))).isEqualTo(7);
    // before the first change nothing else is known
    assertThat(pool.countAt(MONDAY.minusSeconds(3601))).isEqualTo(5);
  }

  @Test
  void withoutChangesThePresentCountIsThatOfThePast() {
    assertThat(WorkerPool.of(5).countAt(MONDAY)).isEqualTo(5);
    assertThat(WorkerPool.of(0).count()).isZero();
  }

  @Test
  void refusesCountsThatAreNegative() {
    String message = "Invalid worker count: a negative number; expected 0 or more";
    CountChange nonsense = new CountChange(MONDAY, 0);
    assertThatThrownBy(() -> WorkerPool.of(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThat(pool(1, OptionalInt.empty(), nonsense).countAt(MONDAY)).isZero();
  }

  @Test
  void refusesWorkersWithoutAThread() {
    assertThatThrownBy(() -> pool(1, OptionalInt.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid threads of a worker: 0; expected 1 or more");
    assertThat(pool(1, OptionalInt.of(1)).threads()).hasValue(1);
  }
}
