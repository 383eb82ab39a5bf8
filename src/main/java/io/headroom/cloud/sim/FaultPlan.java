package io.headroom.cloud.sim;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides which calls go wrong, and how, by their number. */
@FunctionalInterface
public interface FaultPlan {

  /** Nothing goes wrong. */
  FaultPlan NONE = (call, kind) -> Optional.empty();

  /**
   * Returns what goes wrong with the call of that number, counted from 0; nothing if it is fine.
   */
  Optional<Fault> at(int call, CallKind kind);

  /** Returns the plan with these faults by the number of the call, where they can happen at all. */
  static FaultPlan of(SortedMap<Integer, Fault> faults) {
    SortedMap<Integer, Fault> copy = Collections.unmodifiableSortedMap(new TreeMap<>(faults));
    return (call, kind) -> Optional.ofNullable(copy.get(call)).filter(fault -> fault.hits(kind));
  }
}
