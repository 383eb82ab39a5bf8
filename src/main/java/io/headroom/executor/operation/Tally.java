package io.headroom.executor.operation;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is counted within a phase.
 *
 * @param since when the phase began, by the journal's clock
 * @param tries failures in a row of what the phase does; sets the pause before the next try
 * @param streak healthy answers in a row
 * @param sick unhealthy answers in a row
 * @param missing looks in a row that did not find the machine
 * @param missingSince when it was first not found
 * @param validated when everything was last checked before a stop
 * @param told what a person has been told about
 */
public record Tally(
    Instant since,
    int tries,
    int streak,
    int sick,
    int missing,
    Optional<Instant> missingSince,
    Optional<Instant> validated,
    SortedSet<String> told) {

  /** Copies the set. */
  public Tally {
    told = Collections.unmodifiableSortedSet(new TreeSet<>(told));
  }

  /** Returns the tally of an operation that begins. */
  public static Tally begin(Instant now) {
    return new Tally(now, 0, 0, 0, 0, Optional.empty(), Optional.empty(), new TreeSet<>());
  }

  /** Returns the tally of the next phase. */
  public Tally next(Instant now) {
    return new Tally(now, 0, 0, 0, 0, Optional.empty(), validated, told);
  }

  /** Returns this with one more failure. */
  public Tally failed() {
    return new Tally(since, tries + 1, streak, sick, missing, missingSince, validated, told);
  }

  /** Returns this with no failure. */
  public Tally succeeded() {
    return tries == 0
        ? this
        : new Tally(since, 0, streak, sick, missing, missingSince, validated, told);
  }

  /** Returns this with a healthy answer. */
  public Tally healthy() {
    return new Tally(since, tries, streak + 1, 0, missing, missingSince, validated, told);
  }

  /** Returns this with an unhealthy answer. */
  public Tally unhealthy() {
    return new Tally(since, tries, 0, sick + 1, missing, missingSince, validated, told);
  }

  /** Returns this with a look that did not find the machine. */
  public Tally notFound(Instant now) {
    Optional<Instant> first = missingSince.or(() -> Optional.of(now));
    return new Tally(since, tries, streak, sick, missing + 1, first, validated, told);
  }

  /** Returns this with a look that found it. */
  public Tally found() {
    return missing == 0
        ? this
        : new Tally(since, tries, streak, sick, 0, Optional.empty(), validated, told);
  }

  /** Returns this with everything checked at {@code now}. */
  public Tally validatedAt(Instant now) {
    return new Tally(since, tries, streak, sick, missing, missingSince, Optional.of(now), told);
  }

  /** Returns this with a person told about {@code subject}. */
  public Tally telling(String subject) {
    SortedSet<String> more = new TreeSet<>(told);
    more.add(subject);
    return new Tally(since, tries, streak, sick, missing, missingSince, validated, more);
  }
}
