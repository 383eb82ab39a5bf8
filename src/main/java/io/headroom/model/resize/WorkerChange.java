package io.headroom.model.resize;

/**
 * The worker counts of a machine before and after its resize.
 *
 * @param before counts for the present type
 * @param after counts for the new type, and for the fallbacks, which are no smaller
 */
public record WorkerChange(WorkerCounts before, WorkerCounts after) {

  /** Returns counts that fit both types: what runs while nobody knows which one it will be. */
  public WorkerCounts whileChanging() {
    return before.atMost(after);
  }

  /** Returns the change back. */
  public WorkerChange reversed() {
    return new WorkerChange(after, before);
  }
}
