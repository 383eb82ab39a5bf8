package io.headroom.report.picture;

import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.model.verdict.Verdict;
import io.headroom.report.chart.SvgWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The performance risk of staying and of each option, 0 to 4, with what sets it. */
final class RiskPips {

  private static final int ROW = 44;
  private static final int RADIUS = 6;
  private static final int DISTANCE = 20;

  private RiskPips() {}

  private record Row(String name, PerformanceRisk risk) {}

  static Optional<Picture> draw(String id, Verdict verdict) {
    List<Row> rows = new ArrayList<>();
    verdict
        .current()
        .risk()
        .ifPresent(risk -> rows.add(new Row(verdict.current().instanceType() + ", now", risk)));
    verdict.options().stream()
        .limit(MachinePictures.OPTIONS_DRAWN)
        .forEach(
            option ->
                rows.add(new Row(option.rank() + "  " + option.instanceType(), option.risk())));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    SvgWriter svg =
        SvgWriter.picture(id, rows.size() * ROW, "Performance risk, 0 to 4", description(rows));
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), i * ROW);
    }
    return Optional.of(
        new Picture(
            "Performance risk",
            svg.end(),
            List.of(new Picture.Key("pip", "0 fits with room, 4 does not fit")),
            ""));
  }

  private static void row(SvgWriter svg, Row row, int from) {
    svg.label("name", 0, from + 14.0, row.name());
    svg.label("tick end", 1, from + 14.0, text(row.risk()));
    for (int level = 1; level <= PerformanceRisk.HIGHEST; level++) {
      svg.open("circle")
          .set("class", level <= row.risk().level() ? "pip" : "nopip")
          .set("cx", RADIUS + 1.0 + (level - 1.0) * DISTANCE)
          .set("cy", from + 28.0)
          .set("r", RADIUS)
          .close();
    }
  }

  private static String text(PerformanceRisk risk) {
    return risk.level() + risk.setBy().map(dimension -> ", set by " + dimension).orElse("");
  }

  private static String description(List<Row> rows) {
    return String.join(
            ". ", rows.stream().map(row -> row.name() + ": " + text(row.risk())).toList())
        + ".";
  }
}
