package io.headroom.collector.run;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.headroom.collector.Quota;
import io.headroom.collector.ReadBatch.Spending;
import io.headroom.collector.Scope;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Keeps requests below the quotas: every scope has a bucket for each, which holds one second. */
final class Pacer {

  private record Key(Scope scope, Quota quota) {}

  private final Map<Key, Bucket> buckets = new HashMap<>();
  private final int percent;

  /** Uses so much of each quota, 1 or more. */
  Pacer(int percent) {
    this.percent = percent;
  }

  /**
   * Takes what a request spends out of the quotas of its scope, if there is room in all of them. A
   * request that spends more than a second's worth begins when there is that much, and those after
   * it wait for the rest.
   *
   * @return 0 if it was taken, or the nanoseconds after which to try again
   */
  synchronized long take(Scope scope, Collection<Spending> spendings) {
    long wait =
        spendings.stream().mapToLong(spending -> untilRoomFor(scope, spending)).max().orElse(0);
    if (wait == 0) {
      spendings.forEach(
          spending -> bucket(scope, spending.quota()).consumeIgnoringRateLimits(spending.amount()));
    }
    return wait;
  }

  private long untilRoomFor(Scope scope, Spending spending) {
    long needed = Math.min(spending.amount(), rate(spending.quota()));
    return needed == 0
        ? 0
        : bucket(scope, spending.quota())
            .estimateAbilityToConsume(needed)
            .getNanosToWaitForRefill();
  }

  private Bucket bucket(Scope scope, Quota quota) {
    return buckets.computeIfAbsent(new Key(scope, quota), key -> empty(rate(quota)));
  }

  private long rate(Quota quota) {
    return Math.max(1, quota.perSecond() * percent / 100);
  }

  /** It begins empty: full, it would let twice the quota pass in the first second. */
  private static Bucket empty(long perSecond) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(perSecond)
                .refillGreedy(perSecond, Duration.ofSeconds(1))
                .initialTokens(0)
                .build())
        .withNanosecondPrecision()
        .build();
  }
}
