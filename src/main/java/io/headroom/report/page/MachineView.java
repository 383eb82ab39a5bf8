package io.headroom.report.page;

import io.headroom.report.picture.Picture;
import java.util.List;
import java.util.Optional;

/**
 * Everything a report shows of one machine. Texts of others are safe already.
 *
 * @param anchor id of its place in the page; letters and digits
 * @param row its line in the list
 * @param place id, provider, zone
 * @param tags tags as {@code key=value}
 * @param nowSize what the present type has, and its price
 * @param proposedSize what the recommended type has, and its price; empty without one
 * @param gain what a change saves or costs; absent without one, or without prices to compare
 * @param because the verdict in a sentence or two
 * @param policy which policy, as of when
 * @param warnings what must not be overlooked, such as memory that nobody measured
 * @param history pictures over time
 * @param details the other pictures
 * @param arithmetic how the numbers come about
 * @param options the types it could be
 * @param conditions what stands in the way, and what to do when capacity is refused
 * @param rejectedTypes how many cheaper types do not do
 * @param rejected those types by the reason why not
 * @param notConsidered what was left out by rule, and how many rejected types are not listed
 * @param notices what else to know
 */
public record MachineView(
    String anchor,
    RowView row,
    String place,
    List<String> tags,
    String nowSize,
    String proposedSize,
    Optional<Gain> gain,
    String because,
    String policy,
    List<String> warnings,
    List<Picture> history,
    List<Picture> details,
    List<Section> arithmetic,
    List<OptionView> options,
    List<String> conditions,
    int rejectedTypes,
    List<RejectedView> rejected,
    List<String> notConsidered,
    List<String> notices) {

  /** Copies the lists. */
  public MachineView {
    tags = List.copyOf(tags);
    warnings = List.copyOf(warnings);
    history = List.copyOf(history);
    details = List.copyOf(details);
    arithmetic = List.copyOf(arithmetic);
    options = List.copyOf(options);
    conditions = List.copyOf(conditions);
    rejected = List.copyOf(rejected);
    notConsidered = List.copyOf(notConsidered);
    notices = List.copyOf(notices);
  }

  /** What a change saves or costs a month. */
  public record Gain(String what, String style, String amount) {}

  /** Lines under a heading. */
  public record Section(String title, List<Line> lines) {

    /** Copies the list. */
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /** A text with a name, which is empty where it goes on. */
  public record Line(String name, String text) {}

  /** One option, as it is shown. */
  public record OptionView(
      String rank,
      String type,
      String size,
      String price,
      String saving,
      String risk,
      String cpu,
      String memory,
      String workers,
      String effort) {}

  /** A reason why types do not do, with the types and their prices. */
  public record RejectedView(String why, String types) {}
}
