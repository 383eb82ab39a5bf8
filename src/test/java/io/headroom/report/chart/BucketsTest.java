package io.headroom.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.headroom.model.unit.TimeRange;
import io.headroom.testing.Seeds;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketsTest {

  private static final Instant START = Instant.parse("2026-07-20T00:00:00Z");
  private static final long SECOND = START.getEpochSecond();
  private static final TimeRange HOUR = TimeRange.startingAt(START, Duration.ofHours(1));

  @Test
  void keepTheLargestAndTheSmallestSample() {
    Buckets buckets = new Buckets(HOUR, 2);
    buckets.add(SECOND, 300, 1);
    buckets.add(SECOND + 300, 300, 9);
    buckets.add(SECOND + 600, 300, 2);

    assertThat(buckets.most(0)).isEqualTo(9);
    assertThat(buckets.least(0)).isEqualTo(1);
    assertThat(buckets.mean(0)).isCloseTo(4, within(1e-9)); // (1 + 9 + 2) ÷ 3
    assertThat(buckets.isGap(1)).isTrue();
  }

  @Test
  void neverLoseThePeakHoweverMuchIsDrawnTogether() {
    Seeds.forEach(
        200,
        random -> {
          int slots = 1 + random.nextInt(5000);
          TimeRange range = TimeRange.startingAt(START, Duration.ofSeconds(300L * slots));
          Buckets buckets = new Buckets(range, 1 + random.nextInt(700));
          double peak = 0;
          for (int slot = 0; slot < slots; slot++) {
            double value = random.nextDouble();
            peak = Math.max(peak, value);
            buckets.add(SECOND + 300L * slot, 300, value);
          }
          assertThat(buckets.most()).isEqualTo(peak);
        });
  }

  @Test
  void leaveNoGapWhereOneSampleIsWiderThanABucket() {
    Buckets buckets = new Buckets(HOUR, 60);
    buckets.add(SECOND, 1800, 5);

    for (int bucket = 0; bucket < 60; bucket++) {
      assertThat(buckets.isGap(bucket)).as("minute %s", bucket).isEqualTo(bucket >= 30);
    }
  }

  @Test
  void keepAGapAGap() {
    Buckets buckets = new Buckets(HOUR, 12);
    buckets.add(SECOND, 300, 3);
    buckets.add(SECOND + 600, 300, 4);

    assertThat(buckets.isGap(0)).isFalse();
    assertThat(buckets.isGap(1)).isTrue();
    assertThat(buckets.isGap(2)).isFalse();
    assertThat(StepPath.means(buckets, new Scale(0, 10, 100, 0))).isEqualTo("M0 70h1M2 60h1");
  }

  @Test
  void leaveOutWhatLiesOutside() {
    Buckets buckets = new Buckets(HOUR, 4);
    buckets.add(SECOND - 300, 300, 7);
    buckets.add(SECOND + 3600, 300, 8);

    assertThat(buckets.most()).isZero();
    assertThat(buckets.isGap(0)).isTrue();
    assertThat(buckets.isGap(3)).isTrue();
  }

  @Test
  void needARangeAndACount() {
    TimeRange empty = TimeRange.startingAt(START, Duration.ZERO);
    assertThatIllegalArgumentException().isThrownBy(() -> new Buckets(HOUR, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Buckets(empty, 5));
  }
}
