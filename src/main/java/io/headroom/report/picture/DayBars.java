package io.headroom.report.picture;

import io.headroom.report.chart.LineLabels;
import io.headroom.report.chart.RoundTicks;
import io.headroom.report.chart.Scale;
import io.headroom.report.chart.SvgWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The largest demand of each day as a bar, with a line for what each size has: a bar above a line
 * is a day on which that size would have been too small. A day without samples has no bar.
 */
final class DayBars {

  private static final int HEIGHT = 232;
  private static final int TOP = 14;
  private static final int BOTTOM = 210;
  private static final int WEEK = 7;
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);

  private final List<Day> days;
  private final List<Line> lines;
  private final String unit;
  private final double top;
  private final Scale y;

  /** A day with its largest demand. */
  record Day(LocalDate date, OptionalDouble peak) {}

  /** What a size has. */
  record Line(String name, double amount, String style) {}

  /**
   * Takes what is drawn.
   *
   * @param unit what follows an amount
   */
  DayBars(List<Day> days, List<Line> lines, String unit) {
    this.days = days;
    this.lines = lines;
    this.unit = unit;
    double largest =
        Math.max(
            days.stream().flatMapToDouble(day -> day.peak().stream()).max().orElse(0),
            lines.stream().mapToDouble(Line::amount).max().orElse(0));
    this.top = largest == 0 ? 1 : largest;
    this.y = new Scale(0, top * 1.04, BOTTOM, TOP);
  }

  Picture draw(String id, String caption) {
    SvgWriter svg = SvgWriter.picture(id, HEIGHT, caption, description());
    for (BigDecimal tick : RoundTicks.upTo(top, 4)) {
      svg.rule("grid", y.at(tick.doubleValue()));
    }
    for (int day = 0; day < days.size(); day++) {
      bar(svg, day);
    }
    svg.rule("axis", BOTTOM);
    LineLabels labels = new LineLabels();
    for (Line line : lines) {
      svg.rule(line.style(), y.at(line.amount()));
      labels.add(
          y.at(line.amount()),
          line.style(),
          line.name() + " " + Figures.shown(line.amount()) + unit);
    }
    ticks(svg);
    labels.write(svg, BOTTOM - 4.0);
    return new Picture(
        caption, svg.end(), List.of(new Picture.Key("day", "largest demand of the day")), "");
  }

  private void ticks(SvgWriter svg) {
    for (BigDecimal tick : RoundTicks.upTo(top, 4)) {
      double place = y.at(tick.doubleValue());
      boolean free =
          lines.stream()
              .noneMatch(one -> y.at(one.amount()) < place - 1 && y.at(one.amount()) > place - 16);
      if (free) {
        svg.label("tick", 0, place - 4, tick.toPlainString() + unit);
      }
    }
  }

  private void bar(SvgWriter svg, int day) {
    double width = 1.0 / days.size();
    double from = day * width;
    OptionalDouble peak = days.get(day).peak();
    if (peak.isPresent()) {
      double upper = y.at(peak.getAsDouble());
      svg.open("rect").set("class", "day").share("x", from + width * 0.12);
      svg.share("width", width * 0.76).set("y", upper).set("height", BOTTOM - upper).close();
    }
    if (day % Math.max(1, (days.size() + WEEK - 1) / WEEK) == 0) {
      svg.label("tick", from, HEIGHT - 4.0, DATE.format(days.get(day).date()));
    }
  }

  private String description() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      long above =
          days.stream()
              .filter(day -> day.peak().isPresent() && day.peak().getAsDouble() > line.amount())
              .count();
      text.append(line.name()).append(" has ").append(Figures.shown(line.amount())).append(unit);
      text.append(", too little on ").append(above).append(" of ").append(days.size());
      text.append(" days. ");
    }
    return text.toString().strip();
  }
}
