package io.headroom.recording.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemLogTest {

  @Test
  void listsByLine() {
    ProblemLog log = new ProblemLog();
    log.add(problem(12));
    log.add(problem(3));
    log.add(RecordingProblem.ofFile("samples.csv", "Cannot read it"));

    assertThat(log.inOrder())
        .extracting(problem -> problem.line().orElse(0))
        .containsExactly(0L, 3L, 12L);
  }

  @Test
  void keepsTheFirstThousandWhateverTheirOrderAndHoweverTheyAreJoined() {
    Seeds.forEach(
        20,
        random -> {
          List<Integer> lines = new ArrayList<>();
          for (int line = 1; line <= 2500; line++) {
            lines.add(line);
          }
          Collections.shuffle(lines, random);
          ProblemLog all = new ProblemLog();
          ProblemLog some = new ProblemLog();
          for (int line : lines) {
            (random.nextBoolean() ? all : some).add(problem(line));
          }

          all.addAll(some);

          assertThat(all.inOrder()).hasSize(1001);
          assertThat(all.inOrder().get(999).line()).hasValue(1000);
          assertThat(all.inOrder().get(1000).message())
              .isEqualTo(
                  "Cannot list all problems of samples.csv: 1500 more follow these 1000; mend these"
                      + " and read it again");
        });
  }

  @Test
  void isEmptyUntilSomethingIsAdded() {
    ProblemLog log = new ProblemLog();
    assertThat(log.isEmpty()).isTrue();
    assertThat(log.inOrder()).isEmpty();
    log.add(problem(1));
    assertThat(log.isEmpty()).isFalse();
  }

  private static RecordingProblem problem(int line) {
    return new LinePlace("samples.csv", line, Optional.empty())
        .invalid("values", "\"x\"; expected a number", "it is left out");
  }
}
