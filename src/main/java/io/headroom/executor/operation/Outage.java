package io.headroom.executor.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was asked of the cloud to take a machine down and up again, and what of it was seen. It
 * tells a stop or start of this operation from one of somebody else.
 *
 * @param runBefore start of the run that is or was to be stopped, by the cloud's clock
 * @param stop how far the stop is
 * @param strayStop when a stop was asked for whose answer nobody knows: it may still come
 * @param typeAsked the change of type that was asked for last
 * @param starts types with which a start was asked for since the stop
 * @param startAsked when the last start was accepted
 * @param refusedSince since when the cloud refuses the present target
 * @param since when the machine was first told to stop; absent as long as nothing happened to it
 */
public record Outage(
    Optional<Instant> runBefore,
    Stop stop,
    Optional<Instant> strayStop,
    Optional<TypeAsked> typeAsked,
    SortedSet<String> starts,
    Optional<Instant> startAsked,
    Optional<Instant> refusedSince,
    Optional<Instant> since) {

  /** How far a stop is. */
  public enum Stop {
    /** Not asked for. */
    NONE,
    /** Asked for; the answer is not known. */
    ASKED,
    /** Accepted, not seen yet. */
    ACCEPTED,
    /** The machine was seen stopping or stopped. */
    SEEN
  }

  /**
   * A change of type.
   *
   * @param at when it was asked for
   * @param answer whether it was accepted
   */
  public record TypeAsked(String type, Instant at, Answered answer) {}

  /** Whether the cloud's answer is known. */
  public enum Answered {
    /** It accepted. */
    ACCEPTED,
    /** Nobody knows. */
    UNKNOWN
  }

  /** Nothing asked for. */
  public static final Outage NONE =
      new Outage(
          Optional.empty(),
          Stop.NONE,
          Optional.empty(),
          Optional.empty(),
          new TreeSet<>(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the set. */
  public Outage {
    starts = Collections.unmodifiableSortedSet(new TreeSet<>(starts));
  }

  /** Returns an outage still to come, of the run that started at {@code run}. */
  public Outage ofRun(Instant run) {
    return new Outage(
        Optional.of(run),
        Stop.NONE,
        strayStop,
        Optional.empty(),
        new TreeSet<>(),
        Optional.empty(),
        Optional.empty(),
        since);
  }

  /** Returns this with a stop asked for at {@code now}; an earlier answer may still be missing. */
  public Outage askingStop(Instant now) {
    return new Outage(
        runBefore,
        Stop.ASKED,
        Optional.of(now),
        typeAsked,
        starts,
        startAsked,
        refusedSince,
        since.or(() -> Optional.of(now)));
  }

  /** Returns this with the stop accepted, and {@code stray} the one that may still come, if any. */
  public Outage stopAccepted(Optional<Instant> stray) {
    return new Outage(
        runBefore, Stop.ACCEPTED, stray, typeAsked, starts, startAsked, refusedSince, since);
  }

  /** Returns this with the stop seen to work. */
  public Outage stopSeen() {
    return stop == Stop.SEEN
        ? this
        : new Outage(
            runBefore, Stop.SEEN, strayStop, typeAsked, starts, startAsked, refusedSince, since);
  }

  /** Returns this with another type asked for. */
  public Outage askingType(String type, Instant now, Answered answer) {
    return new Outage(
        runBefore,
        stop,
        strayStop,
        Optional.of(new TypeAsked(type, now, answer)),
        starts,
        startAsked,
        refusedSince,
        since);
  }

  /** Returns this with a start asked for. */
  public Outage askingStart(String type) {
    SortedSet<String> more = new TreeSet<>(starts);
    more.add(type);
    return new Outage(
        runBefore, stop, strayStop, typeAsked, more, Optional.empty(), refusedSince, since);
  }

  /** Returns this with the start accepted. */
  public Outage startAccepted(Instant now) {
    return new Outage(
        runBefore, stop, strayStop, typeAsked, starts, Optional.of(now), refusedSince, since);
  }

  /** Returns this with a start that came to nothing; the run of {@code run} is over. */
  public Outage startFailed(Instant run, Instant now) {
    return new Outage(
        Optional.of(run),
        stop,
        strayStop,
        typeAsked,
        starts,
        Optional.empty(),
        refusedSince.or(() -> Optional.of(now)),
        since);
  }

  /** Returns this for another target, which nobody has refused yet. */
  public Outage forAnotherTarget() {
    return new Outage(
        runBefore, stop, strayStop, typeAsked, starts, startAsked, Optional.empty(), since);
  }

  /** Returns this with the machine running again as {@code run}. */
  public Outage over(Instant run) {
    return new Outage(
        Optional.of(run),
        Stop.NONE,
        strayStop,
        Optional.empty(),
        starts,
        Optional.empty(),
        Optional.empty(),
        since);
  }

  /** Whether a stop of this operation may still arrive at {@code now}. */
  public boolean mayStillBeStopped(Instant now, Duration longest) {
    return strayStop.isPresent() && now.isBefore(strayStop.get().plus(longest));
  }

  /** Whether the machine was ever told to stop: from then on there is no giving up. */
  public boolean isBeyondStop() {
    return since.isPresent();
  }
}
