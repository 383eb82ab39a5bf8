package io.headroom.executor.operation;

import io.headroom.model.resize.Outcome;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where an operation is heading.
 *
 * @param target the type that is pushed to now; every owner pushes to the same
 * @param refused types that the cloud has refused
 * @param unfit types on which the machine was not well
 * @param traces what must be undone if it is given up before a stop
 * @param conclusion the outcome, as soon as only tidying up is left
 * @param why why the target is not the goal any more; empty if it is
 */
public record Course(
    String target,
    SortedSet<String> refused,
    SortedSet<String> unfit,
    SortedSet<Trace> traces,
    Optional<Outcome> conclusion,
    String why) {

  /** Copies the sets. */
  public Course {
    refused = Collections.unmodifiableSortedSet(new TreeSet<>(refused));
    unfit = Collections.unmodifiableSortedSet(new TreeSet<>(unfit));
    traces = Collections.unmodifiableSortedSet(new TreeSet<>(traces));
  }

  /** Returns the course to {@code goal}, with nothing done yet. */
  public static Course to(String goal) {
    return new Course(
        goal, new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), Optional.empty(), "");
  }

  /** Returns this course towards {@code type}. */
  public Course towards(String type, String because) {
    return new Course(type, refused, unfit, traces, conclusion, because);
  }

  /** Returns this course with {@code type} known to be refused. */
  public Course refusing(String type) {
    return new Course(target, with(refused, type), unfit, traces, conclusion, why);
  }

  /** Returns this course with no type refused, to try them all again. */
  public Course refusingNone() {
    return new Course(target, new TreeSet<>(), unfit, traces, conclusion, why);
  }

  /** Returns this course with {@code type} known not to do. */
  public Course findingUnfit(String type) {
    return new Course(target, refused, with(unfit, type), traces, conclusion, why);
  }

  /** Returns this course with something to undo. */
  public Course leaving(Trace trace) {
    return new Course(target, refused, unfit, with(traces, trace), conclusion, why);
  }

  /** Returns this course with its outcome known. */
  public Course concluding(Outcome outcome) {
    return new Course(target, refused, unfit, traces, Optional.of(outcome), why);
  }

  private static <T> SortedSet<T> with(SortedSet<T> set, T element) {
    SortedSet<T> more = new TreeSet<>(set);
    more.add(element);
    return more;
  }
}
