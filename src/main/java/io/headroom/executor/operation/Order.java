package io.headroom.executor.operation;

import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.PlannedResize;
import java.time.Instant;

/**
 * What an operation was told to do, and on whose word.
 *
 * @param plan the approved plan it belongs to
 * @param planExpires when that plan goes stale
 * @param approvedBy who approved the plan
 */
public record Order(PlannedResize resize, PlanHash plan, Instant planExpires, String approvedBy) {

  /** Returns the order to take {@code present} back to the type before. */
  public Order reversedFrom(String present, Instant expires, String by) {
    return new Order(resize.reversedFrom(present), plan, expires, by);
  }
}
