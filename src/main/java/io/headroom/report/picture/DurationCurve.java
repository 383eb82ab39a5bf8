package io.headroom.report.picture;

import io.headroom.report.chart.LineLabels;
import io.headroom.report.chart.Scale;
import io.headroom.report.chart.SvgWriter;
import java.util.List;

/**
 * For how much of the time more than so much was used, the rare times stretched out: why p95, p99
 * and the peak are not the same.
 */
final class DurationCurve {

  private static final int HEIGHT = 232;
  private static final int TOP = 14;
  private static final int BOTTOM = 210;
  private static final int POINTS = 120;
  private static final int FINE = 4;

  /** Shares of the time, from always to nearly never, on a logarithmic axis. */
  private static final double[] TICKS = {1, 0.2, 0.05, 0.01, 0.001};

  private final DimensionFacts facts;
  private final Scale y;
  private final Scale x;

  DurationCurve(DimensionFacts facts) {
    this.facts = facts;
    this.y = new Scale(0, facts.top() * 1.04, BOTTOM, TOP);
    // the rarest slot there is
    double rarest = Math.log10(Math.max(2, facts.distribution().slots()));
    this.x = new Scale(0, rarest, 0, 1);
  }

  Picture draw(String id) {
    SvgWriter svg =
        SvgWriter.picture(id, HEIGHT, "Duration curve of " + facts.name(), description());
    new AmountAxis(facts, y).write(svg);
    svg.rule("axis", BOTTOM);
    ticks(svg);
    curve(svg);
    lines(svg);
    return new Picture(
        "Duration curve of " + facts.name(),
        svg.end(),
        List.of(new Picture.Key("mean", "use exceeded for that share of the time")),
        "");
  }

  private void ticks(SvgWriter svg) {
    for (double tick : TICKS) {
      double place = x.at(-Math.log10(tick));
      if (place < 0.97) {
        svg.open("line").set("class", "grid").share("x1", place).share("x2", place);
        svg.set("y1", TOP).set("y2", BOTTOM + 4.0).close();
        svg.label("tick", place, HEIGHT - 4.0, tick == 1 ? "always" : Figures.percent(tick));
      }
    }
    svg.label("tick end", 1, HEIGHT - 4.0, "peak");
  }

  private void curve(SvgWriter svg) {
    Scale fine = new Scale(0, y.high(), (double) (BOTTOM - TOP) * FINE, 0);
    StringBuilder data = new StringBuilder();
    long at = 0;
    for (int point = 0; point <= POINTS; point++) {
      double share = Math.pow(10, -x.high() * point / POINTS);
      // at the left edge stands what is always used, at the right edge the largest slot
      double used = point == POINTS ? facts.distribution().peak() : exceeded(share);
      long place = Math.round(fine.at(used));
      data.append(point == 0 ? "M0 " + place : "h1v" + (place - at));
      at = place;
    }
    svg.open("svg").set("y", TOP).set("width", "100%").set("height", (double) BOTTOM - TOP);
    svg.set("viewBox", "0 0 " + POINTS + " " + (BOTTOM - TOP) * FINE);
    svg.set("preserveAspectRatio", "none");
    svg.path("band", data + "V" + (BOTTOM - TOP) * FINE + "H0z");
    svg.path("mean", data.toString());
    svg.close();
  }

  private double exceeded(double share) {
    return facts.distribution().exceededFor(share);
  }

  private void lines(SvgWriter svg) {
    LineLabels labels = new LineLabels();
    for (DimensionFacts.Sustained one : facts.sustained()) {
      svg.rule(one.style() + " part", y.at(one.amount()));
      labels.add(
          y.at(one.amount()), one.style(), one.name() + " sustained " + facts.shown(one.amount()));
    }
    facts.present().ifPresent(now -> line(svg, labels, now, "now", "now "));
    facts.recommended().ifPresent(one -> line(svg, labels, one, "new", "recommended "));
    facts.demand().ifPresent(one -> line(svg, labels, one, "need", "demand "));
    labels.write(svg, BOTTOM - 4.0);
  }

  private void line(SvgWriter svg, LineLabels labels, double amount, String style, String name) {
    svg.rule(style, y.at(amount));
    labels.add(y.at(amount), style, name + facts.shown(amount));
  }

  private String description() {
    Distribution used = facts.distribution();
    return "More than "
        + facts.shown(used.exceededFor(0.5))
        + " for half of the time, "
        + facts.shown(used.exceededFor(0.05))
        + " for 5 %, "
        + facts.shown(used.exceededFor(0.01))
        + " for 1 %, "
        + facts.shown(used.exceededFor(0.005))
        + " for 0.5 % of the time; peak "
        + facts.shown(used.peak())
        + facts
            .recommended()
            .map(
                one ->
                    ". Above the recommended "
                        + facts.shown(one)
                        + " for "
                        + Figures.percent(used.shareAbove(one))
                        + " of the time.")
            .orElse(".");
  }
}
