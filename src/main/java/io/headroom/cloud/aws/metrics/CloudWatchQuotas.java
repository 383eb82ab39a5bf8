package io.headroom.cloud.aws.metrics;

import io.headroom.collector.Quota;
import io.headroom.collector.ReadBatch.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What CloudWatch lets an account ask for in a region. Source: CloudWatch service quotas.
 *
 * @param requests GetMetricData calls
 * @param points points of ranges that start more than three hours ago
 * @param recentPoints points of ranges that start later
 */
public record CloudWatchQuotas(Quota requests, Quota points, Quota recentPoints) {

  /** The quotas of an account that has asked for no others; those of points cannot be raised. */
  public static final CloudWatchQuotas PUBLISHED =
      new CloudWatchQuotas(
          new Quota("GetMetricData requests", 50),
          new Quota("GetMetricData points", 396_000),
          new Quota("GetMetricData recent points", 180_000));

  private static final Duration RECENT = Duration.ofHours(3);

  /** Returns what a request takes. */
  List<Spending> spends(Instant start, long pages, long asked, Instant now) {
    boolean isRecent = !start.isBefore(now.minus(RECENT));
    return List.of(
        new Spending(requests, pages), new Spending(isRecent ? recentPoints : points, asked));
  }
}
