package io.headroom.report.picture;

import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.report.chart.SvgWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a month costs now, on each option, and at the end of the way if it has several steps. */
final class CostBars {

  private static final int ROW = 38;
  private static final int BAR = 14;

  private final Function<MonthlyPrice, String> amounts;

  /** Takes how amounts of money are shown. */
  CostBars(Function<MonthlyPrice, String> amounts) {
    this.amounts = amounts;
  }

  private record Bar(String name, MonthlyPrice price, String style) {}

  /** Draws the bars; nothing if there is only one price to show. */
  Optional<Picture> draw(String id, Verdict verdict) {
    List<Bar> bars = new ArrayList<>();
    verdict
        .current()
        .price()
        .ifPresent(
            price -> bars.add(new Bar(verdict.current().instanceType() + ", now", price, "now")));
    for (Option option : verdict.options().stream().limit(MachinePictures.OPTIONS_DRAWN).toList()) {
      bars.add(
          new Bar(
              option.rank() + "  " + option.instanceType(),
              option.price(),
              option.rank() == 1 ? "new" : "other"));
    }
    verdict
        .destination()
        .ifPresent(
            option ->
                bars.add(new Bar("later  " + option.instanceType(), option.price(), "other")));
    return bars.size() < 2 ? Optional.empty() : Optional.of(drawn(id, bars));
  }

  private Picture drawn(String id, List<Bar> bars) {
    BigDecimal largest =
        bars.stream().map(bar -> bar.price().amount()).max(BigDecimal::compareTo).orElseThrow();
    SvgWriter svg = SvgWriter.picture(id, bars.size() * ROW, "Price of a month", description(bars));
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      svg.label("name", 0, i * ROW + 13.0, bar.name());
      svg.label("name end", 1, i * ROW + 13.0, amounts.apply(bar.price()));
      svg.open("rect").set("class", "track").set("y", i * ROW + 18.0).set("width", "100%");
      svg.set("height", BAR).close();
      svg.open("rect").set("class", "bar-" + bar.style()).set("y", i * ROW + 18.0);
      svg.share("width", share(bar.price().amount(), largest)).set("height", BAR).close();
    }
    return new Picture("Price of a month", svg.end(), List.of(), "");
  }

  private static double share(BigDecimal amount, BigDecimal largest) {
    return largest.signum() == 0 ? 0 : amount.doubleValue() / largest.doubleValue();
  }

  private String description(List<Bar> bars) {
    return String.join(
            ". ", bars.stream().map(bar -> bar.name() + ": " + amounts.apply(bar.price())).toList())
        + ".";
  }
}
