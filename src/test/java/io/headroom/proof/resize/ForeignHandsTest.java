package io.headroom.proof.resize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People win, at every second of a resize. */
class ForeignHandsTest {

  @Test
  void whatPeopleDoStays() {
    assertThat(
            ForeignHands.all().stream()
                .map(ForeignHands::broken)
                .flatMap(Optional::stream)
                .limit(8))
        .isEmpty();
  }
}
