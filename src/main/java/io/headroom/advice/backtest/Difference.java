package io.headroom.advice.backtest;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much a line is above the reference, machine by machine.
 *
 * @param line name of the line
 * @param estimates line − reference; measures that one of them does not have are left out
 */
public record Difference(String line, SortedMap<Measure, Estimate> estimates) {

  /** Copies the map. */
  public Difference {
    estimates = Collections.unmodifiableSortedMap(new TreeMap<>(estimates));
  }
}
