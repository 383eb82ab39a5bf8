package io.headroom.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What stands at the top of a report. Texts of others are safe already: no control characters,
 * nothing that reorders text.
 *
 * @param subtitle how many machines, as of when
 * @param sums by currency
 * @param findings counts by finding, those that occur
 * @param notes what the sums leave out
 * @param problems what went wrong without stopping the run
 */
public record FleetView(
    String subtitle,
    List<Sum> sums,
    List<Count> findings,
    List<String> notes,
    List<String> problems) {

  /** Copies the lists. */
  public FleetView {
    sums = List.copyOf(sums);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /**
   * Sums of one currency, each a month.
   *
   * @param growthNote what of the growth is for headroom alone; empty if nothing is
   */
  public record Sum(
      String currency,
      String now,
      String saving,
      String savingShare,
      String growth,
      String growthNote) {}

  /**
   * How many machines have a finding.
   *
   * @param style name of its style
   * @param share of all machines, 0 to 1
   */
  public record Count(String style, String text, int machines, double share) {}

  /**
   * A part of the bar of findings.
   *
   * @param from where it starts, in percent of the width
   * @param width in percent
   */
  public record Bar(String style, String from, String width) {}

  /** Returns the bar of findings: one part for each count, in their order. */
  public List<Bar> bars() {
    List<Bar> bars = new ArrayList<>();
    double at = 0;
    for (Count count : findings) {
      bars.add(new Bar(count.style(), percent(at), percent(count.share())));
      at += count.share();
    }
    return List.copyOf(bars);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", share * 100);
  }
}
