package io.headroom.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StepPathTest {

  private static final Instant START = Instant.parse("2026-07-20T00:00:00Z");
  private static final Scale SCALE = new Scale(0, 10, 100, 0);

  @Test
  void drawsStepsAndJoinsWhatIsLevel() {
    Buckets buckets = buckets(3);
    add(buckets, 0, 2);
    add(buckets, 1, 2);
    add(buckets, 2, 5);

    // 2 of 10 lies at 80 from the top, 5 at 50: two units level, 30 up, one unit level
    assertThat(StepPath.means(buckets, SCALE)).isEqualTo("M0 80h2v-30h1");
    assertThat(StepPath.maxima(buckets, SCALE)).isEqualTo("M0 80h2v-30h1");
  }

  @Test
  void drawsTheEnvelopeForthAndBack() {
    Buckets buckets = buckets(2);
    add(buckets, 0, 1);
    add(buckets, 0, 3);
    add(buckets, 1, 2);
    add(buckets, 1, 4);

    // forth along 3 and 4 (at 70 and 60), back along 2 and 1 (at 80 and 90)
    assertThat(StepPath.envelope(buckets, SCALE)).isEqualTo("M0 70h1v-10h1v20h-1v10h-1z");
  }

  @Test
  void drawsALevelEnvelopeThickEnoughToBeSeen() {
    Buckets buckets = buckets(1);
    add(buckets, 0, 5);

    assertThat(StepPath.envelope(buckets, SCALE)).isEqualTo("M0 50h1v1h-1z");
  }

  @Test
  void drawsNothingWithoutSamples() {
    assertThat(StepPath.envelope(buckets(5), SCALE)).isEmpty();
  }

  private static Buckets buckets(int count) {
    return new Buckets(TimeRange.startingAt(START, Duration.ofHours(count)), count);
  }

  private static void add(Buckets buckets, int hour, double value) {
    buckets.add(START.getEpochSecond() + 3600L * hour, 1800, value);
  }
}
