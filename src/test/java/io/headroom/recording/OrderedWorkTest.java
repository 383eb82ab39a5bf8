package io.headroom.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OrderedWorkTest {

  private static final long MIB = 1 << 20;

  private final List<Integer> results = new ArrayList<>();

  @Test
  void handsOverInTheOrderOfTheTasksAndNotOfTheirEnds() throws InterruptedException {
    CountDownLatch second = new CountDownLatch(1);
    try (OrderedWork<Integer> work = new OrderedWork<>(2, results::add)) {
      work.add(
          () -> {
            second.await();
            return 1;
          },
          /* taskWeight= */ 0);
      work.add(
          () -> {
            second.countDown();
            return 2;
          },
          /* taskWeight= */ 0);
      work.finish();
    }

    assertThat(results).containsExactly(1, 2);
  }

  @Test
  void hasFourTasksForEachThreadUnderWayAtMost() throws InterruptedException {
    try (OrderedWork<Integer> work = new OrderedWork<>(1, results::add)) {
      for (int task = 1; task <= 6; task++) {
        int number = task;
        work.add(() -> number, /* taskWeight= */ 0);
      }
      // the fifth task waited for the first, the sixth for the second
      assertThat(results).containsExactly(1, 2);
    }
  }

  @Test
  void hasSixtyFourMebibytesUnderWayAtMost() throws InterruptedException {
    try (OrderedWork<Integer> work = new OrderedWork<>(4, results::add)) {
      work.add(() -> 1, 40 * MIB);
      work.add(() -> 2, 24 * MIB);
      assertThat(results).isEmpty();

      work.add(() -> 3, 1);

      assertThat(results).containsExactly(1);
    }
  }

  @Test
  void takesATaskThatIsTooHeavyWhenNothingElseIsUnderWay() throws InterruptedException {
    try (OrderedWork<Integer> work = new OrderedWork<>(4, results::add)) {
      work.add(() -> 1, 1);
      work.add(() -> 2, 100 * MIB);
      assertThat(results).containsExactly(1);

      work.finish();

      assertThat(results).containsExactly(1, 2);
    }
  }

  @Test
  void throwsAnErrorOfATaskAsItIs() throws InterruptedException {
    StackOverflowError error = new StackOverflowError();
    try (OrderedWork<Integer> work = new OrderedWork<>(1, results::add)) {
      work.add(
          () -> {
            throw error;
          },
          /* taskWeight= */ 0);

      assertThatThrownBy(work::finish).isSameAs(error);
    }
  }
}
