package io.headroom.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.WorkerPool;
import io.headroom.model.unit.Mebibytes;
import io.headroom.testing.Workers;
import org.junit.jupiter.api.Test;

class FootprintTest {

  private static final Mebibytes STANDARD = new Mebibytes(150);

  @Test
  void oneMoreTakesTheDefaultAndOneFewerFreesHalfOfIt() {
    assertThat(Footprint.of(WorkerPool.of(5), STANDARD))
        .isEqualTo(new Footprint(150, 75, /* measured= */ false));
  }

  @Test
  void measuredWorkersCountAsMeasured() {
    assertThat(Footprint.of(Workers.measured(5, 180, 90), STANDARD))
        .isEqualTo(new Footprint(180, 90, /* measured= */ true));
  }

  @Test
  void oneFewerNeverFreesMoreThanOneMoreTakes() {
    assertThat(Footprint.of(Workers.measured(5, 60, 90), STANDARD))
        .isEqualTo(new Footprint(60, 60, /* measured= */ true));
    assertThat(Footprint.of(Workers.measuredHigh(5, 60), STANDARD))
        .isEqualTo(new Footprint(60, 60, /* measured= */ true));
  }

  @Test
  void scalingKeepsOneFewerAtMostAsLarge() {
    // 150 × 0.4 = 60, which is below 75
    assertThat(new Footprint(150, 75, /* measured= */ false).scaled(0.4))
        .isEqualTo(new Footprint(60, 60, /* measured= */ false));
    assertThat(new Footprint(150, 75, /* measured= */ true).scaled(0.6))
        .isEqualTo(new Footprint(90, 75, /* measured= */ true));
  }
}
