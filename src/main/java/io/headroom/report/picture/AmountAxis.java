package io.headroom.report.picture;

import io.headroom.report.chart.RoundTicks;
import io.headroom.report.chart.Scale;
import io.headroom.report.chart.SvgWriter;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** The axis of amounts: lines across the picture, named at the left where no other line runs. */
final class AmountAxis {

  private static final int MOST_TICKS = 4;
  private static final double TEXT_HEIGHT = 16;

  private final DimensionFacts facts;
  private final Scale y;

  AmountAxis(DimensionFacts facts, Scale y) {
    this.facts = facts;
    this.y = y;
  }

  void write(SvgWriter svg) {
    for (BigDecimal tick : RoundTicks.upTo(facts.top(), MOST_TICKS)) {
      double place = y.at(tick.doubleValue());
      svg.rule("grid", place);
      if (isFreeAbove(place)) {
        svg.label("tick", 0, place - 4, tick.toPlainString() + facts.unit());
      }
    }
  }

  private boolean isFreeAbove(double place) {
    return Stream.of(facts.present(), facts.recommended(), facts.demand())
        .flatMap(amount -> amount.stream())
        .map(y::at)
        .noneMatch(line -> line < place - 1 && line > place - TEXT_HEIGHT);
  }
}
