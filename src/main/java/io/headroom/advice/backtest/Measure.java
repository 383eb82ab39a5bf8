package io.headroom.advice.backtest;

import java.util.Locale;

/**
 * What is measured of a line. Each is a sum over machines and cuts divided by another, so that each
 * machine-cut, each dollar or each sample counts alike.
 */
public enum Measure {
  /** Price of the sizes taken ÷ price of the present sizes. */
  COST("price relative to the present sizes"),
  /** Price of the sizes taken ÷ price of the clairvoyant's, where the clairvoyant found one. */
  COST_OF_CLAIRVOYANT("price relative to the clairvoyant choice"),
  /** Share of machine-cuts with CPU demand over capacity in some slot of the test part. */
  CPU_SHORT_MACHINES("machines with CPU demand over capacity"),
  /** Share of the slots of the test parts with CPU demand over capacity. */
  CPU_SHORT_SAMPLES("samples with CPU demand over capacity"),
  /** Share of machine-cuts with memory use over capacity, of those with memory samples. */
  MEMORY_SHORT_MACHINES("machines with memory use over capacity"),
  /** Share of machine-cuts that are given another type than they have. */
  CHANGED("machines given another type"),
  /** Share of machine-cuts that are given another type than at the cut before. */
  CHURN("machines given another type than at the cut before");

  private final String words;

  Measure(String words) {
    this.words = words;
  }

  /** Returns the name used in documents: {@code cpu_short_machines}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what it is, for people. */
  public String words() {
    return words;
  }

  /** Whether it is a price and not a share. */
  public boolean isCost() {
    return this == COST || this == COST_OF_CLAIRVOYANT;
  }
}
