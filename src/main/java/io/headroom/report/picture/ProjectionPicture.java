package io.headroom.report.picture;

import io.headroom.model.unit.Utilization;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Projection;
import io.headroom.model.verdict.Verdict;
import io.headroom.report.chart.SvgWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The recorded use on the present type and on each option, in percent of what that type has: the
 * same curve each time, only the ceiling moves.
 */
final class ProjectionPicture {

  private static final int PANEL = 72;
  private static final int HEAD = 20;
  private static final int GAP = 10;

  /** Above 100 %, so that what does not fit is seen. */
  private static final double SHOWN = 1.2;

  private final DimensionFacts facts;
  private final Function<Projection, Optional<Utilization>> peak;

  ProjectionPicture(DimensionFacts facts, Function<Projection, Optional<Utilization>> peak) {
    this.facts = facts;
    this.peak = peak;
  }

  /** A type the use is drawn on. */
  private record Panel(String name, double capacity, Optional<Utilization> peak, String style) {}

  /**
   * Draws the panels.
   *
   * @param curve id of the curve to draw, as {@link UsagePicture} drew it
   */
  Optional<Picture> draw(String id, String curve, Verdict verdict) {
    List<Panel> panels = panels(verdict);
    if (panels.size() < 2) {
      return Optional.empty();
    }
    int height = panels.size() * (HEAD + PANEL + GAP);
    SvgWriter svg =
        SvgWriter.picture(
            id, height, "Projected " + facts.name() + " utilization", description(panels));
    for (int i = 0; i < panels.size(); i++) {
      panel(svg, panels.get(i), curve, i * (HEAD + PANEL + GAP));
    }
    return Optional.of(
        new Picture(
            "Projected " + facts.name() + " utilization",
            svg.end(),
            List.of(new Picture.Key("limit", "100 % of the type")),
            ""));
  }

  private List<Panel> panels(Verdict verdict) {
    List<Panel> panels = new ArrayList<>();
    facts
        .present()
        .ifPresent(
            now ->
                panels.add(
                    new Panel(
                        verdict.current().instanceType() + ", now",
                        now,
                        facts
                            .demand()
                            .map(any -> Utilization.ofFraction(facts.distribution().peak() / now)),
                        "now")));
    for (Option option : verdict.options().stream().limit(MachinePictures.OPTIONS_DRAWN).toList()) {
      panels.add(
          new Panel(
              option.rank() + "  " + option.instanceType(),
              capacity(option),
              peak.apply(option.projected()),
              option.rank() == 1 ? "new" : "tick"));
    }
    return panels;
  }

  private double capacity(Option option) {
    return facts.name().equals("CPU")
        ? option.offering().type().vcpus().value()
        : Figures.gibibytes(option.offering().type().memory());
  }

  private void panel(SvgWriter svg, Panel panel, String curve, int from) {
    svg.label(panel.style(), 0, from + 14.0, panel.name());
    svg.label("tick end", 1, from + 14.0, text(panel));
    double scale = 4;
    double factor = facts.top() * 1.04 / (SHOWN * panel.capacity());
    double fine = UsagePicture.CURVE_HEIGHT;
    double k = PANEL * scale * factor / fine;
    double shift = PANEL * scale - k * fine;
    svg.open("svg").set("y", from + (double) HEAD).set("width", "100%").set("height", PANEL);
    svg.set("viewBox", "0 0 " + facts.means().count() + " " + PANEL * (int) scale);
    svg.set("preserveAspectRatio", "none");
    svg.open("use").set("href", "#" + curve + "-use");
    svg.set("transform", "matrix(1 0 0 " + fixed(k) + " 0 " + fixed(shift) + ")").close();
    svg.close();
    svg.rule("limit", from + HEAD + PANEL * (1 - 1 / SHOWN));
    svg.rule("axis", from + (double) HEAD + PANEL);
  }

  private static String fixed(double value) {
    return java.math.BigDecimal.valueOf(value)
        .setScale(5, java.math.RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private static String text(Panel panel) {
    return panel.peak().map(peak -> "peak " + peak).orElse("peak not known");
  }

  private static String description(List<Panel> panels) {
    return String.join(
            ". ", panels.stream().map(panel -> panel.name() + ": " + text(panel)).toList())
        + ".";
  }
}
