package io.headroom.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.Mebibytes;
import io.headroom.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryReplayTest {

  private static final Duration NOON = Duration.ofHours(12);

  private static MemoryOutcome play(Samples samples, double mib) {
    return MemoryReplay.play(
        Slots.of(Plays.memory(samples), amount -> new Mebibytes(amount).value()),
        new Mebibytes(mib),
        Mebibytes.NONE);
  }

  private static Samples day() {
    return Samples.memoryMib(1).flat(4000);
  }

  @Test
  void whatFitsIsNoEvent() {
    assertThat(play(day(), 4000)).isEqualTo(new MemoryOutcome(288, 0, Duration.ZERO, 0, 0));
  }

  @Test
  void slotsInARowAreOneEvent() {
    assertThat(play(day().from(NOON, 3, 5000), 4500))
        .isEqualTo(new MemoryOutcome(288, 3, Duration.ofMinutes(15), 1, 1));
  }

  @Test
  void slotsApartAreEventsOfTheirOwn() {
    Samples samples =
        day().from(NOON, 2, 5000).at(NOON.minusMinutes(15), 5000).at(Duration.ofMinutes(5), 5000);
    assertThat(play(samples, 4500))
        .isEqualTo(new MemoryOutcome(288, 4, Duration.ofMinutes(20), 3, 1));
  }

  @Test
  void aGapEndsAnEvent() {
    // over, over, nothing known, over
    Samples samples = day().from(NOON, 4, 5000).gap(NOON.minusMinutes(10), 1);
    assertThat(play(samples, 4500))
        .isEqualTo(new MemoryOutcome(287, 3, Duration.ofMinutes(15), 2, 1));
  }

  @Test
  void singlePrecisionNoiseIsNoEvent() {
    // 4000.1 is no number of single precision
    assertThat(play(day().flat(4000.1), 4000.1).events()).isZero();
  }
}
