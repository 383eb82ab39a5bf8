package io.headroom.proof.resize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each situation ends as it must, on both clouds. */
class SituationsTest {

  @ParameterizedTest
  @EnumSource
  void endsAsItMust(Situations situation) {
    assertThat(situation.broken()).isEmpty();
  }
}
