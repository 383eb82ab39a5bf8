package io.headroom.model.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeriesOverlayTest {

  private static final float GAP = Series.gap();

  private final SeriesOverlay overlay = new SeriesOverlay();

  @Test
  void replacesSamplesAndKeepsThoseUnderGaps() {
    overlay.add(piece("2026-07-20T00:00:00Z", 300, 1, 2, 3, 4));
    overlay.add(piece("2026-07-20T00:05:00Z", 300, 20, GAP, 40, 50));

    assertThat(overlay.seen())
        .containsExactly(piece("2026-07-20T00:00:00Z", 300, 1, 20, 3, 40, 50));
  }

  @Test
  void leavesPiecesApartThatDoNotTouch() {
    overlay.add(piece("2026-07-20T06:00:00Z", 300, 5));
    overlay.add(piece("2026-07-20T00:00:00Z", 300, 1, 2));

    assertThat(overlay.seen())
        .containsExactly(
            piece("2026-07-20T00:00:00Z", 300, 1, 2), piece("2026-07-20T06:00:00Z", 300, 5));
  }

  @Test
  void endsLongerSlotsWhereShorterOnesBegin() {
    overlay.add(piece("2026-07-20T00:00:00Z", 3600, 1, 2, 3));
    overlay.add(piece("2026-07-20T01:00:00Z", 300, 7, 8));

    // the hour in which the short slots lie is gone, those around it stay
    assertThat(overlay.seen())
        .containsExactly(
            piece("2026-07-20T00:00:00Z", 3600, 1),
            piece("2026-07-20T01:00:00Z", 300, 7, 8),
            piece("2026-07-20T02:00:00Z", 3600, 3));
  }

  @Test
  void isNotChangedByAPieceWithoutSamples() {
    overlay.add(piece("2026-07-20T00:00:00Z", 3600, 1, 2));
    overlay.add(piece("2026-07-20T00:00:00Z", 300, GAP, GAP));

    assertThat(overlay.seen()).containsExactly(piece("2026-07-20T00:00:00Z", 3600, 1, 2));
  }

  private static Series piece(String start, int step, float... values) {
    return Series.of(
        Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, Instant.parse(start), step, values);
  }
}
