package io.headroom.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Share;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WorkerRuleTest {

  private static WorkerRule rule(int minimum, int maximum, OptionalInt needed) {
    return new WorkerRule(
        new Mebibytes(150), new Mebibytes(80), Share.NONE, Share.NONE, minimum, maximum, needed);
  }

  @Test
  void boundsAreAscendingAndAtLeastOne() {
    assertThat(rule(1, 1, OptionalInt.empty()).maximum()).isOne();
    assertThatThrownBy(() -> rule(0, 5, OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid worker bounds: 0 to 5; expected 1 or more, ascending");
    assertThatThrownBy(() -> rule(3, 2, OptionalInt.empty()))
        .hasMessage("Invalid worker bounds: 3 to 2; expected 1 or more, ascending");
  }

  @Test
  void aNeededCountLiesWithinTheBounds() {
    assertThat(rule(2, 5, OptionalInt.of(2)).needed()).hasValue(2);
    assertThat(rule(2, 5, OptionalInt.of(5)).needed()).hasValue(5);
    assertThatThrownBy(() -> rule(2, 5, OptionalInt.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid needed workers: 1; expected 2 to 5");
    assertThatThrownBy(() -> rule(2, 5, OptionalInt.of(6)))
        .hasMessage("Invalid needed workers: 6; expected 2 to 5");
  }
}
