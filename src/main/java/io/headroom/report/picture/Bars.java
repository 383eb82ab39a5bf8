package io.headroom.report.picture;

import io.headroom.report.chart.SvgWriter;
import java.util.List;

/** Amounts side by side, each a bar with its name and its text. */
final class Bars {

  private static final int ROW = 38;
  private static final int BAR = 14;

  private Bars() {}

  /**
   * An amount.
   *
   * @param amount 0 or more; what is not known has no bar
   * @param text the amount as it is shown
   * @param style name of the style of the bar
   */
  record Bar(String name, double amount, String text, String style) {}

  static Picture draw(String id, String caption, List<Bar> bars) {
    double largest = bars.stream().mapToDouble(Bar::amount).max().orElse(0);
    SvgWriter svg = SvgWriter.picture(id, bars.size() * ROW, caption, description(bars));
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      svg.label("name", 0, i * ROW + 13.0, bar.name());
      svg.label("name end", 1, i * ROW + 13.0, bar.text());
      svg.open("rect").set("class", "track").set("y", i * ROW + 18.0).set("width", "100%");
      svg.set("height", BAR).close();
      svg.open("rect").set("class", "bar-" + bar.style()).set("y", i * ROW + 18.0);
      svg.share("width", largest == 0 ? 0 : bar.amount() / largest).set("height", BAR).close();
    }
    return new Picture(caption, svg.end(), List.of(), "");
  }

  private static String description(List<Bar> bars) {
    return String.join(". ", bars.stream().map(bar -> bar.name() + ": " + bar.text()).toList())
        + ".";
  }
}
