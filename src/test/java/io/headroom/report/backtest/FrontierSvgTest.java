package io.headroom.report.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.advice.backtest.BacktestPlan;
import io.headroom.advice.backtest.BacktestResult;
import io.headroom.advice.backtest.Contender;
import io.headroom.advice.backtest.CutRule;
import io.headroom.advice.backtest.Estimate;
import io.headroom.advice.backtest.LineResult;
import io.headroom.advice.backtest.MachineHalf;
import io.headroom.advice.backtest.Measure;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.testing.Policies;
import io.headroom.testing.Types;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FrontierSvgTest {

  private static Estimate estimate(double value) {
    return new Estimate(value, Optional.of(new Estimate.Interval(value * 0.9, value * 1.1)));
  }

  private static LineResult line(String name, Map<Measure, Estimate> estimates) {
    return new LineResult(
        name,
        LineResult.Kind.CONTENDER,
        new MonthlyPrice(BigDecimal.TEN, Types.USD),
        new TreeMap<>(estimates),
        new TreeMap<>());
  }

  private static BacktestResult result(LineResult... lines) {
    Policy policy = Policies.peakPlusHalf().build();
    BacktestPlan plan =
        new BacktestPlan(
            CutRule.atHalf(),
            List.of(Contender.of(policy)),
            policy.name(),
            policy,
            SampleSeries.MEAN,
            MachineHalf.BOTH,
            /* resamples= */ 1,
            /* seed= */ 1);
    return new BacktestResult(plan, 2, 2, 0, List.of(lines), List.of(), new TreeMap<>(), List.of());
  }

  private static Document parsed(BacktestResult result) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(new FrontierSvg(result).text())));
  }

  private static final Map<Measure, Estimate> BOTH =
      Map.of(
          Measure.COST, estimate(0.5),
          Measure.CPU_SHORT_MACHINES, estimate(0.1),
          Measure.MEMORY_SHORT_MACHINES, estimate(0.2));

  @Test
  void drawsEveryLineInBothPanels() throws Exception {
    Document svg = parsed(result(line("one", BOTH), line("two", BOTH)));

    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(4);
    assertThat(texts(svg)).contains("one", "two", "price relative to the present sizes");
    // a cross of two intervals for each point
    assertThat(lines(svg, "interval")).isEqualTo(8);
  }

  @Test
  void putsAPointWhereItsNumbersAre() throws Exception {
    Document svg = parsed(result(line("one", BOTH)));
    Element point = (Element) svg.getElementsByTagName("circle").item(0);

    // the axis ends at 0.6 (0.55 in ticks of 0.1): 64 + 430 × 0.5 ÷ 0.6
    assertThat(point.getAttribute("cx")).isEqualTo("422.3");
    // it ends at 0.125 (0.11 in ticks of 0.025): 54 + 330 × (1 − 0.1 ÷ 0.125)
    assertThat(point.getAttribute("cy")).isEqualTo("120.0");
  }

  @Test
  void leavesOutThePanelOfWhatWasNotRecorded() throws Exception {
    Document svg =
        parsed(
            result(
                line(
                    "one",
                    Map.of(Measure.COST, estimate(0.5), Measure.CPU_SHORT_MACHINES, estimate(0)))));

    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(1);
    assertThat(texts(svg)).doesNotContain(Measure.MEMORY_SHORT_MACHINES.words());
  }

  @Test
  void isHarmlessWhateverAPolicyIsCalled() throws Exception {
    String hostile = "<script>alert(\"1\")</script>&amp;";

    Document svg = parsed(result(line(hostile, BOTH)));

    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(texts(svg)).contains(hostile);
  }

  @Test
  void saysTheNumbersInWords() throws Exception {
    Document svg = parsed(result(line("one", BOTH)));

    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(
            "one: price relative to the present sizes 0.500 (0.450–0.550), machines with CPU demand"
                + " over capacity 10.0 % (9.0–11.0), machines with memory use over capacity"
                + " 20.0 % (18.0–22.0)");
  }

  private static List<String> texts(Document svg) {
    NodeList nodes = svg.getElementsByTagName("text");
    return IntStream.range(0, nodes.getLength())
        .mapToObj(index -> nodes.item(index).getTextContent())
        .toList();
  }

  private static long lines(Document svg, String kind) {
    NodeList nodes = svg.getElementsByTagName("line");
    return IntStream.range(0, nodes.getLength())
        .filter(index -> ((Element) nodes.item(index)).getAttribute("class").equals(kind))
        .count();
  }
}
