package io.headroom.cloud.sim;

import static io.headroom.cloud.sim.CallKind.CHANGE_TYPE;
import static io.headroom.cloud.sim.CallKind.CLAIM;
import static io.headroom.cloud.sim.CallKind.HEALTH;
import static io.headroom.cloud.sim.CallKind.LOOK;
import static io.headroom.cloud.sim.CallKind.MARK;
import static io.headroom.cloud.sim.CallKind.OBJECTIONS;
import static io.headroom.cloud.sim.CallKind.SET_WORKERS;
import static io.headroom.cloud.sim.CallKind.START;
import static io.headroom.cloud.sim.CallKind.STOP;
import static io.headroom.cloud.sim.CallKind.UNMARK;
import static io.headroom.cloud.sim.CallKind.WORKERS;
import static io.headroom.cloud.sim.CallKind.WRITE;

import java.util.Arrays;
import java.util.List;

/** What can go wrong with one call. */
public enum Fault {
  /** The replica dies before the call. */
  DIES_BEFORE(CallKind.values()),
  /** The replica dies after the call, before it knows the answer. */
  DIES_AFTER(CallKind.values()),
  /** The replica stands still before the call and makes it minutes later. */
  FREEZES(STOP, CHANGE_TYPE, START, MARK, SET_WORKERS, WRITE),
  /** The answer takes longer than two thirds of a lease. */
  SLOW(WRITE, LOOK),
  /** The call is lost: no effect, no answer. */
  REQUEST_LOST(
      OBJECTIONS, STOP, CHANGE_TYPE, START, MARK, UNMARK, WORKERS, SET_WORKERS, CLAIM, WRITE, LOOK),
  /** The call has its effect, and the answer is lost. */
  ANSWER_LOST(STOP, CHANGE_TYPE, START, MARK, UNMARK, SET_WORKERS, CLAIM, WRITE),
  /** Too many calls. */
  THROTTLED(LOOK, STOP, CHANGE_TYPE, START, MARK, UNMARK),
  /** A right is missing, for this call. */
  DENIED(STOP, CHANGE_TYPE, START, MARK, UNMARK),
  /** The look shows what was true half a minute ago. */
  STALE(LOOK),
  /** The machine is not found for once. */
  NOT_FOUND(LOOK),
  /** The machine cannot have the type. */
  INCOMPATIBLE(CHANGE_TYPE),
  /** The cloud has no machine of the type, for some minutes. */
  NO_CAPACITY(START),
  /** The quota is used up, for this call. */
  NO_QUOTA(START),
  /** The application is not well on this type, for a quarter of an hour. */
  UNWELL(HEALTH);

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<CallKind> hits;

  Fault(CallKind... hits) {
    this.hits = List.of(hits);
  }

  /** Whether it can happen to a call of that kind. */
  public boolean hits(CallKind kind) {
    return hits.contains(kind);
  }

  /** Returns the faults that can happen to a call of {@code kind}, in their order. */
  public static List<Fault> of(CallKind kind) {
    return Arrays.stream(values()).filter(fault -> fault.hits(kind)).toList();
  }
}
