package io.headroom.report.picture;

import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a month costs now, on each option, and at the end of the way if it has several steps. */
final class CostBars {

  private final Function<MonthlyPrice, String> amounts;
  private final List<Bars.Bar> bars = new ArrayList<>();

  /** Takes how amounts of money are shown. */
  CostBars(Function<MonthlyPrice, String> amounts) {
    this.amounts = amounts;
  }

  /** Draws the bars; nothing if there is only one price to show. */
  Optional<Picture> draw(String id, Verdict verdict) {
    verdict
        .current()
        .price()
        .ifPresent(price -> add(verdict.current().instanceType() + ", now", price, "now"));
    verdict.options().stream()
        .limit(MachinePictures.OPTIONS_DRAWN)
        .forEach(
            option ->
                add(
                    option.rank() + "  " + option.instanceType(),
                    option.price(),
                    option.rank() == 1 ? "new" : "other"));
    verdict.destination().ifPresent(this::later);
    return bars.size() < 2
        ? Optional.empty()
        : Optional.of(Bars.draw(id, "Price of a month", bars));
  }

  private void later(Option option) {
    add("later  " + option.instanceType(), option.price(), "other");
  }

  private void add(String name, MonthlyPrice price, String style) {
    bars.add(new Bars.Bar(name, price.amount().doubleValue(), amounts.apply(price), style));
  }
}
