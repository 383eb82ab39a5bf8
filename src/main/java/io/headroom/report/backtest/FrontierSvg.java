package io.headroom.report.backtest;

import io.headroom.advice.backtest.BacktestResult;
import io.headroom.advice.backtest.Estimate;
import io.headroom.advice.backtest.LineResult;
import io.headroom.advice.backtest.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The frontier of a backtest as a picture: price to the right, shortage upwards, a panel for CPU
 * and one for memory. Further left and further down is better; the crosses are 95 % intervals.
 * Readable on light and on dark ground and without colours.
 */
final class FrontierSvg {

  private static final int PANEL_WIDTH = 430;
  private static final int PANEL_HEIGHT = 330;
  private static final int LEFT = 64;
  private static final int TOP = 54;
  private static final int BETWEEN = 250;
  private static final int BOTTOM = 58;

  private static final String STYLE =
      """
      <style>
        svg { background: #ffffff; }
        text { font: 12px system-ui, sans-serif; fill: #1f2328; }
        .title { font-weight: 600; font-size: 14px; }
        .grid { stroke: #d0d7de; stroke-width: 1; }
        .leader { stroke: #8c959f; stroke-width: 0.7; }
        .interval { stroke: #0072b2; stroke-width: 1.2; opacity: 0.45; }
        .policy { fill: #0072b2; }
        .compared { fill: #ffffff; stroke: #d55e00; stroke-width: 2; }
        @media (prefers-color-scheme: dark) {
          svg { background: #0d1117; }
          text { fill: #e6edf3; }
          .grid { stroke: #30363d; }
          .interval { stroke: #56b4e9; }
          .policy { fill: #56b4e9; }
          .compared { fill: #0d1117; stroke: #e69f00; }
        }
      </style>
      """;

  private final BacktestResult result;
  private final List<Measure> panels;

  FrontierSvg(BacktestResult result) {
    this.result = result;
    this.panels =
        Stream.of(Measure.CPU_SHORT_MACHINES, Measure.MEMORY_SHORT_MACHINES)
            .filter(
                measure ->
                    result.lines().stream().anyMatch(one -> one.estimates().containsKey(measure)))
            .toList();
  }

  /** Returns the picture, ending with a newline. */
  String text() {
    int width = LEFT + panels.size() * (PANEL_WIDTH + BETWEEN);
    int height = TOP + PANEL_HEIGHT + BOTTOM;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" aria-labelledby=\"title description\">%n",
            width,
            height,
            width,
            height));
    svg.append("<title id=\"title\">Price against shortage, by policy</title>\n");
    svg.append("<desc id=\"description\">").append(escaped(description())).append("</desc>\n");
    svg.append(STYLE);
    for (int panel = 0; panel < panels.size(); panel++) {
      int x = LEFT + panel * (PANEL_WIDTH + BETWEEN);
      svg.append(new Panel(panels.get(panel), x).text());
    }
    return svg.append("</svg>\n").toString().replace("\r\n", "\n");
  }

  /** Returns the picture for a page that has styles for it. */
  String inPage() {
    return text().replace(STYLE, "");
  }

  /** The numbers in words, for readers who do not see the picture. */
  private String description() {
    List<String> parts = new ArrayList<>();
    for (LineResult line : result.lines()) {
      List<String> numbers = new ArrayList<>();
      for (Measure measure : Measure.values()) {
        if (measure == Measure.COST || panels.contains(measure)) {
          Estimate estimate = line.estimates().get(measure);
          if (estimate != null) {
            numbers.add(measure.words() + " " + Figures.shown(measure, estimate));
          }
        }
      }
      parts.add(line.name() + ": " + String.join(", ", numbers));
    }
    return String.join("; ", parts);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** One line of the backtest in a panel. */
  private record Point(LineResult line, Estimate price, Estimate shortage) {
    double right() {
      return price.interval().map(Estimate.Interval::high).orElse(price.value());
    }

    double upper() {
      return shortage.interval().map(Estimate.Interval::high).orElse(shortage.value());
    }
  }

  /** Price against one shortage. */
  private final class Panel {
    private final Measure measure;
    private final int left;
    private final List<Point> points;
    private final Axis across;
    private final Axis up;

    Panel(Measure measure, int left) {
      this.measure = measure;
      this.left = left;
      this.points = points(measure);
      this.across = Axis.to(points.stream().mapToDouble(Point::right).max().orElse(1), PANEL_WIDTH);
      this.up = Axis.to(points.stream().mapToDouble(Point::upper).max().orElse(1), PANEL_HEIGHT);
    }

    private List<Point> points(Measure shortage) {
      List<Point> found = new ArrayList<>();
      for (LineResult line : result.lines()) {
        Estimate price = line.estimates().get(Measure.COST);
        Estimate share = line.estimates().get(shortage);
        if (price != null && share != null) {
          found.add(new Point(line, price, share));
        }
      }
      return found;
    }

    String text() {
      StringBuilder text = new StringBuilder();
      write(text, left, TOP - 24, "title", "start", measure.words());
      for (double value : across.ticks()) {
        line(text, "grid", x(value), y(0), x(value), TOP);
        write(text, x(value), TOP + PANEL_HEIGHT + 18, "", "middle", Axis.shown(value));
      }
      for (double value : up.ticks()) {
        line(text, "grid", left, y(value), left + PANEL_WIDTH, y(value));
        write(text, left - 8, y(value) + 4, "", "end", Axis.shown(value * 100) + " %");
      }
      write(
          text,
          left + PANEL_WIDTH / 2.0,
          TOP + PANEL_HEIGHT + 42,
          "",
          "middle",
          "price relative to the present sizes");
      points.forEach(point -> intervals(text, point));
      labels(text);
      points.forEach(point -> mark(text, point));
      return text.toString();
    }

    private void intervals(StringBuilder text, Point point) {
      double x = x(point.price().value());
      double y = y(point.shortage().value());
      point
          .price()
          .interval()
          .ifPresent(range -> line(text, "interval", x(range.low()), y, x(range.high()), y));
      point
          .shortage()
          .interval()
          .ifPresent(range -> line(text, "interval", x, y(range.low()), x, y(range.high())));
    }

    private void mark(StringBuilder text, Point point) {
      text.append(
          String.format(
              Locale.ROOT,
              "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"/>%n",
              point.line().kind() == LineResult.Kind.CONTENDER ? "policy" : "compared",
              x(point.price().value()),
              y(point.shortage().value())));
    }

    /** Names stand beside the panel, apart from each other, each with a line to its point. */
    private void labels(StringBuilder text) {
      List<Point> byHeight = new ArrayList<>(points);
      byHeight.sort(
          java.util.Comparator.comparingDouble((Point point) -> -point.shortage().value())
              .thenComparing(point -> point.line().name()));
      double next = TOP;
      double x = left + PANEL_WIDTH + 16;
      int after = byHeight.size();
      for (Point point : byHeight) {
        after--;
        double lowest = TOP + PANEL_HEIGHT - 16.0 * after;
        double y = Math.min(lowest, Math.max(next, y(point.shortage().value())));
        next = y + 16;
        line(text, "leader", x(point.price().value()), y(point.shortage().value()), x - 4, y);
        write(text, x, y + 4, "", "start", point.line().name());
      }
    }

    private double x(double value) {
      return left + across.at(value);
    }

    private double y(double value) {
      return TOP + PANEL_HEIGHT - up.at(value);
    }

    private static void line(
        StringBuilder text, String kind, double x1, double y1, double x2, double y2) {
      text.append(
          String.format(
              Locale.ROOT,
              "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
              kind,
              x1,
              y1,
              x2,
              y2));
    }

    private static void write(
        StringBuilder text, double x, double y, String kind, String anchor, String words) {
      text.append(
          String.format(
              Locale.ROOT,
              "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
              kind,
              x,
              y,
              anchor,
              escaped(words)));
    }
  }
}
