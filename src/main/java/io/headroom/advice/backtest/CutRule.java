package io.headroom.advice.backtest;

import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where the record of a machine is cut. Cuts are counted back from the end of the machine's own
 * record, so that a machine that was deleted early is judged too.
 */
public final class CutRule {

  /**
   * Halves shorter than this say nothing of a day, which is the shortest cycle most machines have.
   */
  private static final Duration SHORTEST_HALF = Duration.ofDays(1);

  /** A training part may lack this share of its length: collection starts at odd minutes. */
  private static final double TOLERANCE = 0.02;

  private final Optional<Lengths> lengths;
  private final Repetition repetition;

  private CutRule(Optional<Lengths> lengths, Repetition repetition) {
    this.lengths = lengths;
    this.repetition = repetition;
  }

  /** How long the two parts are. */
  private record Lengths(Duration training, Duration test) {}

  /** How often a record is cut. */
  public enum Repetition {
    /** One cut, before the last test part. */
    ONCE,
    /** Test parts follow each other, each after a training part of its own. */
    ROLLING
  }

  /** Returns the rule that cuts each record in the middle. */
  public static CutRule atHalf() {
    return new CutRule(Optional.empty(), Repetition.ONCE);
  }

  /**
   * Returns the rule for parts of given lengths.
   *
   * @throws IllegalArgumentException if a length is not positive
   */
  public static CutRule of(Duration training, Duration test, Repetition repetition) {
    requirePositive("training part", training);
    requirePositive("test part", test);
    return new CutRule(Optional.of(new Lengths(training, test)), repetition);
  }

  private static void requirePositive(String what, Duration length) {
    if (length.isZero() || length.isNegative()) {
      throw new IllegalArgumentException(
          "Invalid length of the " + what + ": " + length + "; expected more than none");
    }
  }

  /** Returns the length of the training part; nothing if it is half of whatever there is. */
  public Optional<Duration> training() {
    return lengths.map(Lengths::training);
  }

  /** Returns the length of the test part; nothing if it is half of whatever there is. */
  public Optional<Duration> test() {
    return lengths.map(Lengths::test);
  }

  /** Returns how often a record is cut. */
  public Repetition repetition() {
    return repetition;
  }

  /** Returns the cuts of a record in the order of time; none if it is too short. */
  public List<Cut> cuts(TimeRange record) {
    return lengths.map(known -> cuts(record, known)).orElseGet(() -> half(record));
  }

  private static List<Cut> half(TimeRange record) {
    Duration half = Duration.ofSeconds(record.length().dividedBy(2).toSeconds());
    if (half.compareTo(SHORTEST_HALF) < 0) {
      return List.of();
    }
    Instant middle = record.start().plus(half);
    return List.of(
        new Cut(new TimeRange(record.start(), middle), new TimeRange(middle, record.end())));
  }

  private List<Cut> cuts(TimeRange record, Lengths known) {
    List<Cut> cuts = new ArrayList<>();
    Duration least = Duration.ofSeconds(Math.round(known.training().toSeconds() * (1 - TOLERANCE)));
    Instant end = record.end();
    Instant at = end.minus(known.test());
    while (!at.minus(least).isBefore(record.start())) {
      cuts.add(new Cut(TimeRange.endingAt(at, known.training()), new TimeRange(at, end)));
      if (repetition == Repetition.ONCE) {
        break;
      }
      end = at;
      at = end.minus(known.test());
    }
    Collections.reverse(cuts);
    return cuts;
  }
}
