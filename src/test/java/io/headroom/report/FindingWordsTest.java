package io.headroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.verdict.Finding;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FindingWordsTest {

  @Test
  void givesEachFindingItsOwnShortWords() {
    assertThat(Arrays.stream(Finding.values()).map(FindingWords::of))
        .doesNotHaveDuplicates()
        .allMatch(words -> words.matches("[a-z ]{4,10}"));
  }
}
