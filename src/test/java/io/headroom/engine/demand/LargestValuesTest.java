package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.testing.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LargestValuesTest {

  private static float kept(int count, float... values) {
    LargestValues largest = new LargestValues(count);
    for (float value : values) {
      largest.add(value);
    }
    return largest.smallestKept();
  }

  @Test
  void keepsTheLargest() {
    assertThat(kept(1, 3, 1, 4, 1, 5, 9, 2, 6)).isEqualTo(9);
    assertThat(kept(3, 3, 1, 4, 1, 5, 9, 2, 6)).isEqualTo(5);
    assertThat(kept(8, 3, 1, 4, 1, 5, 9, 2, 6)).isEqualTo(1);
  }

  @Test
  void equalValuesEachCount() {
    assertThat(kept(3, 9, 1, 9, 9)).isEqualTo(9);
    assertThat(kept(4, 9, 1, 9, 9)).isEqualTo(1);
  }

  @Test
  void withFewerThanWantedItIsTheSmallest() {
    assertThat(kept(5, 2, 1)).isEqualTo(1);
  }

  @Test
  void needsAValue() {
    LargestValues none = new LargestValues(1);
    assertThatThrownBy(none::smallestKept)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no value was given");
  }

  @Test
  void agreesWithSorting() {
    Seeds.forEach(
        200,
        random -> {
          float[] values = new float[1 + random.nextInt(60)];
          for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(30);
          }
          int count = 1 + random.nextInt(values.length);
          float[] sorted = values.clone();
          Arrays.sort(sorted);
          assertThat(kept(count, values)).isEqualTo(sorted[values.length - count]);
        });
  }
}
