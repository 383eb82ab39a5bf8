package io.headroom.cloud.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every call of a replica to the outside goes through here: it is counted, and may go wrong. */
final class Gate {

  /** Longer than two thirds of a lease of a minute. */
  private static final Duration SLOW = Duration.ofSeconds(50);

  /** Longer than a lease, shorter than a signed request is valid. */
  private static final Duration FROZEN = Duration.ofMinutes(3);

  private final VirtualTime time;
  private final FaultPlan plan;
  private final List<CallKind> calls = new ArrayList<>();

  Gate(VirtualTime time, FaultPlan plan) {
    this.time = time;
    this.plan = plan;
  }

  /** Returns the kinds of all calls so far, by their number. */
  List<CallKind> calls() {
    return List.copyOf(calls);
  }

  /** Makes a call, unless something goes wrong with it; {@code failures} says how it fails. */
  <T> T through(CallKind kind, Failures failures, Supplier<T> call) {
    int number = calls.size();
    calls.add(kind);
    Optional<Fault> fault = plan.at(number, kind);
    return fault.isEmpty() ? call.get() : wrong(fault.get(), failures, call);
  }

  /** What a failed call throws. */
  @FunctionalInterface
  interface Failures {
    /** Returns what the caller sees of a fault. */
    RuntimeException of(Fault fault);
  }

  private <T> T wrong(Fault fault, Failures failures, Supplier<T> call) {
    switch (fault) {
      case DIES_BEFORE -> throw new ReplicaDied();
      case DIES_AFTER -> {
        swallowed(call);
        throw new ReplicaDied();
      }
      case FREEZES -> {
        time.after(FROZEN, () -> swallowed(call));
        throw new ReplicaDied();
      }
      case SLOW -> {
        T answer = call.get();
        time.pass(SLOW);
        return answer;
      }
      case ANSWER_LOST -> {
        swallowed(call);
        throw failures.of(fault);
      }
      case REQUEST_LOST,
          THROTTLED,
          DENIED,
          STALE,
          NOT_FOUND,
          INCOMPATIBLE,
          NO_CAPACITY,
          NO_QUOTA,
          UNWELL ->
          throw failures.of(fault);
    }
    throw new IllegalStateException("unknown fault " + fault);
  }

  @SuppressWarnings("ReturnValueIgnored") // the effect is what counts
  private static <T> void swallowed(Supplier<T> call) {
    try {
      call.get();
    } catch (RuntimeException nobodyHears) {
      // the caller is gone
    }
  }
}
