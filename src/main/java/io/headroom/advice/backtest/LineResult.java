package io.headroom.advice.backtest;

import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.Finding;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one line of a backtest went.
 *
 * @param name name of the contender, or of a line to compare with
 * @param price sum of the monthly prices of the sizes taken, over machines and cuts
 * @param estimates its measures; those that nothing was observed of are left out
 * @param findings how often each finding was made; empty where no policy was asked
 */
public record LineResult(
    String name,
    Kind kind,
    MonthlyPrice price,
    SortedMap<Measure, Estimate> estimates,
    SortedMap<Finding, Integer> findings) {

  /** Copies the maps. */
  public LineResult {
    estimates = Collections.unmodifiableSortedMap(new TreeMap<>(estimates));
    findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
  }

  /** What a line is. */
  public enum Kind {
    /** Every machine stays as it is. */
    PRESENT,
    /** A policy that took part. */
    CONTENDER,
    /** The cheapest sizes for the test part, by one who knew it. */
    CLAIRVOYANT
  }
}
