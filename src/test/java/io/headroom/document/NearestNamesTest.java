package io.headroom.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

  private static final List<String> TYPES =
      List.of("m6a.large", "m5.large", "m5.xlarge", "c5.large");

  @Test
  void putsTheClosestFirstAndEqualDistancesByName() {
    // m5.large 1 letter away, then c5.large and m6a.large 2, m5.xlarge 2
    assertThat(NearestNames.of("m5.larg", TYPES, 3))
        .containsExactly("m5.large", "c5.large", "m5.xlarge");
  }

  @Test
  void findsNothingNear() {
    assertThat(NearestNames.of("n2-standard-4", TYPES, 3)).isEmpty();
    assertThat(NearestNames.of("x".repeat(1000), TYPES, 3)).isEmpty();
  }

  @Test
  void findsASlipInAShortName() {
    assertThat(NearestNames.of("m7", List.of("m6", "r5"), 3)).containsExactly("m6");
  }
}
