package io.headroom.report.picture;

import io.headroom.engine.demand.MachineHistory;
import io.headroom.model.policy.NamedRange;
import io.headroom.model.unit.TimeRange;
import io.headroom.report.chart.DayTicks;
import io.headroom.report.chart.LineLabels;
import io.headroom.report.chart.Scale;
import io.headroom.report.chart.StepPath;
import io.headroom.report.chart.SvgWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The use over the look-back against what the machine has, must have, and would have: whether it
 * fits, and with how much room. The time runs in columns that stretch with the page; text does not
 * stretch.
 */
final class UsagePicture {

  private static final int HEIGHT = 232;
  private static final int TOP = 14;
  private static final int BOTTOM = 210;
  private static final int FINE = 4;

  /** Height of the curve in its own units; 0 lies at the bottom. */
  static final double CURVE_HEIGHT = (BOTTOM - TOP) * (double) FINE;

  private static final int MOST_DAYS = 7;
  private static final double RARE = 0.01;

  private final DimensionFacts facts;
  private final MachineHistory history;
  private final Scale y;

  UsagePicture(DimensionFacts facts, MachineHistory history) {
    this.facts = facts;
    this.history = history;
    this.y = new Scale(0, facts.top() * 1.04, BOTTOM, TOP);
  }

  Picture draw(String id) {
    SvgWriter svg = SvgWriter.picture(id, HEIGHT, title(), description());
    headroom(svg);
    grid(svg);
    use(svg, id);
    cuts(svg);
    levels(svg);
    lines(svg);
    return new Picture(upperFirst(facts.name()), svg.end(), keys(), "");
  }

  private void grid(SvgWriter svg) {
    new AmountAxis(facts, y).write(svg);
    svg.rule("axis", BOTTOM);
    for (DayTicks.Tick tick : DayTicks.in(history.window(), MOST_DAYS)) {
      double share = share(tick.at().getEpochSecond());
      svg.open("line").set("class", "grid").share("x1", share).share("x2", share);
      svg.set("y1", BOTTOM).set("y2", BOTTOM + 4.0).close();
      svg.label(share > 0.95 ? "tick end" : "tick", share, HEIGHT - 4.0, tick.label());
    }
  }

  private void use(SvgWriter svg, String id) {
    Scale fine = new Scale(0, y.high(), CURVE_HEIGHT, 0);
    svg.open("svg").set("y", TOP).set("width", "100%").set("height", (double) BOTTOM - TOP);
    svg.set("viewBox", "0 0 " + facts.means().count() + " " + (BOTTOM - TOP) * FINE);
    svg.set("preserveAspectRatio", "none");
    facts.maxima().ifPresent(maxima -> svg.path("most", StepPath.maxima(maxima, fine)));
    svg.open("g").set("id", id + "-use");
    svg.path("band", StepPath.envelope(facts.means(), fine));
    svg.path("mean", StepPath.means(facts.means(), fine));
    svg.close().close();
  }

  /** Between what is sized for and what the machine must have: the room that the policy leaves. */
  private void headroom(SvgWriter svg) {
    if (hasHeadroom()) {
      double upper = y.at(facts.required().orElseThrow());
      double lower = y.at(facts.demand().orElseThrow());
      svg.open("rect").set("class", "room").set("width", "100%").set("y", upper);
      svg.set("height", lower - upper).close();
    }
  }

  private boolean hasHeadroom() {
    return facts.demand().isPresent()
        && facts.required().filter(needed -> needed > facts.demand().get()).isPresent();
  }

  private void cuts(SvgWriter svg) {
    List<TimeRange> cuts = new ArrayList<>(history.stopped());
    history.leftOut().stream().map(NamedRange::range).forEach(cuts::add);
    for (TimeRange cut : cuts) {
      double from = share(cut.start().getEpochSecond());
      svg.open("rect").set("class", "hatch").share("x", from);
      svg.share("width", share(cut.end().getEpochSecond()) - from);
      svg.set("y", TOP).set("height", (double) BOTTOM - TOP).close();
    }
  }

  private void levels(SvgWriter svg) {
    for (DimensionFacts.Level level : facts.capacity()) {
      double place = y.at(level.amount());
      svg.open("line").set("class", "now");
      svg.share("x1", share(level.range().start().getEpochSecond()));
      svg.share("x2", share(level.range().end().getEpochSecond()));
      svg.set("y1", place).set("y2", place).close();
    }
  }

  private void lines(SvgWriter svg) {
    LineLabels labels = new LineLabels();
    for (DimensionFacts.Sustained one : facts.sustained()) {
      svg.rule(one.style() + " part", y.at(one.amount()));
      labels.add(
          y.at(one.amount()), one.style(), one.name() + " sustained " + facts.shown(one.amount()));
    }
    facts.present().ifPresent(now -> labels.add(y.at(now), "now", "now " + facts.shown(now)));
    facts
        .recommended()
        .ifPresent(
            amount -> {
              svg.rule("new", y.at(amount));
              labels.add(y.at(amount), "new", "recommended " + facts.shown(amount));
            });
    facts
        .demand()
        .ifPresent(
            amount -> {
              svg.rule("need", y.at(amount));
              labels.add(y.at(amount), "need", "demand " + facts.shown(amount));
            });
    double p99 = facts.distribution().exceededFor(RARE);
    svg.rule("p99", y.at(p99));
    labels.add(y.at(p99), "p99", "p99 " + facts.shown(p99));
    labels.write(svg, BOTTOM - 4.0);
  }

  private double share(long second) {
    long start = history.window().start().getEpochSecond();
    double share = (double) (second - start) / history.window().length().toSeconds();
    return Math.max(0, Math.min(1, share));
  }

  private List<Picture.Key> keys() {
    List<Picture.Key> keys = new ArrayList<>();
    keys.add(new Picture.Key("mean", "mean"));
    keys.add(new Picture.Key("band", "from the smallest to the largest sample"));
    if (facts.maxima().isPresent()) {
      keys.add(new Picture.Key("most", "largest inside a sample"));
    }
    if (hasHeadroom()) {
      keys.add(new Picture.Key("room", "headroom"));
    }
    if (!history.leftOut().isEmpty() || !history.stopped().isEmpty()) {
      keys.add(new Picture.Key("hatch", "left out or stopped"));
    }
    return keys;
  }

  private String title() {
    return upperFirst(facts.name()) + " over the look-back";
  }

  private String description() {
    StringBuilder text = new StringBuilder();
    text.append("From ").append(day(history.window().start()));
    text.append(" to ").append(day(history.window().end())).append(": mean ");
    text.append(facts.shown(facts.distribution().mean())).append(", 99 % of the time at most ");
    text.append(facts.shown(facts.distribution().exceededFor(RARE))).append(", peak ");
    text.append(facts.shown(facts.distribution().peak())).append('.');
    facts.present().ifPresent(now -> text.append(" It has ").append(facts.shown(now)).append('.'));
    facts
        .recommended()
        .ifPresent(
            amount ->
                text.append(" The recommended type has ").append(facts.shown(amount)).append('.'));
    return text.toString();
  }

  private static LocalDate day(java.time.Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static String upperFirst(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
