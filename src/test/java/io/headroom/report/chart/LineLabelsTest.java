package io.headroom.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineLabelsTest {

  @Test
  void standAboveTheirLines() {
    assertThat(new LineLabels().add(100, "now", "now").places(200)).containsExactly(93);
  }

  @Test
  void arePushedApart() {
    double[] places =
        new LineLabels().add(100, "b", "b").add(100, "a", "a").add(104, "c", "c").places(200);

    assertThat(places).containsExactly(93, 107, 121);
  }

  @Test
  void stayInsideThePicture() {
    assertThat(new LineLabels().add(2, "a", "a").places(200)).containsExactly(14);
    assertThat(new LineLabels().add(200, "a", "a").add(199, "b", "b").places(196))
        .containsExactly(182, 196);
  }
}
