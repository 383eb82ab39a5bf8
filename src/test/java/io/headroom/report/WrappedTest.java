package io.headroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedTest {

  private static final int WIDTH = 104;

  @Test
  void breaksBetweenWordsAndLosesNone() {
    // 30 words of nine letters: ten of them and nine blanks are 99, an eleventh would make 109
    String text = String.join(" ", Collections.nCopies(30, "ninechars"));

    List<String> lines = Wrapped.of(text);

    assertThat(lines).hasSize(3).allMatch(line -> line.length() == 99);
    assertThat(String.join(" ", lines)).isEqualTo(text);
  }

  @Test
  void givesALongWordALineOfItsOwn() {
    String word = "w".repeat(WIDTH + 1);

    assertThat(Wrapped.of("a " + word + " b")).containsExactly("a", word, "b");
  }

  @Test
  void breaksNoItemOfAList() {
    // 26 letters each, and 2 between them: three make 82, a fourth would make 110
    String item = "c6a.2xlarge 1,234,567.89 x";
    assertThat(item).hasSize(26);

    List<String> lines = Wrapped.list(Collections.nCopies(5, item));

    assertThat(lines)
        .containsExactly(String.join(", ", item, item, item) + ",", String.join(", ", item, item));
  }

  @Test
  void leavesNothingAsOneEmptyLine() {
    assertThat(Wrapped.of("")).containsExactly("");
  }
}
