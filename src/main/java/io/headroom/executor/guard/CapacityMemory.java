package io.headroom.executor.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers for a while where the cloud had no capacity, so that the next machine does not stop for
 * a type it will not get. Safe for use by several threads.
 */
public final class CapacityMemory {

  private final Duration howLong;
  private final Map<Pool, Instant> refusals = new HashMap<>();

  /**
   * Remembers each refusal for {@code howLong}; Karpenter, which does the same, takes 3 minutes.
   */
  public CapacityMemory(Duration howLong) {
    this.howLong = howLong;
  }

  /** Notes that the cloud had no {@code type} in {@code zone} at {@code now}. */
  public synchronized void refused(String type, String zone, Instant now) {
    refusals.put(new Pool(type, zone), now);
  }

  /** Whether the cloud had none a short time before {@code now}. */
  public synchronized boolean isRefused(String type, String zone, Instant now) {
    Instant refusal = refusals.get(new Pool(type, zone));
    return refusal != null && now.isBefore(refusal.plus(howLong));
  }

  private record Pool(String type, String zone) {}
}
