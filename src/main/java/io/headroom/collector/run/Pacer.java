package io.headroom.collector.run;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.headroom.collector.Quota;
import io.headroom.collector.ReadBatch.Spending;
import io.headroom.collector.Scope;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps requests below the quotas: every scope has a bucket for each, which holds one second. */
final class Pacer {

  private record Key(Scope scope, Quota quota) {}

  private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();
  private final int percent;

  /** Uses so much of each quota, 1 or more. */
  Pacer(int percent) {
    this.percent = percent;
  }

  /**
   * Waits until there is room for a request.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void take(Scope scope, Collection<Spending> spendings) throws InterruptedException {
    for (Spending spending : spendings) {
      Quota quota = spending.quota();
      Bucket bucket = buckets.computeIfAbsent(new Key(scope, quota), key -> bucket(rate(quota)));
      long left = spending.amount();
      while (left > 0) {
        long some = Math.min(left, rate(quota));
        bucket.asBlocking().consume(some);
        left -= some;
      }
    }
  }

  private long rate(Quota quota) {
    return Math.max(1, quota.perSecond() * percent / 100);
  }

  private static Bucket bucket(long perSecond) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(perSecond)
                .refillGreedy(perSecond, Duration.ofSeconds(1))
                .build())
        .withNanosecondPrecision()
        .build();
  }
}
