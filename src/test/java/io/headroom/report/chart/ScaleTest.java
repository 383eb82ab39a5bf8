package io.headroom.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void mapsInProportionAndUpsideDown() {
    Scale scale = new Scale(0, 8, 200, 0);

    assertThat(scale.at(0)).isEqualTo(200);
    assertThat(scale.at(2)).isEqualTo(150);
    assertThat(scale.at(8)).isEqualTo(0);
  }

  @Test
  void keepsWhatIsBeyondAtItsEdge() {
    Scale scale = new Scale(0, 8, 200, 0);

    assertThat(scale.at(9)).isEqualTo(0);
    assertThat(scale.at(-1)).isEqualTo(200);
  }

  @Test
  void refusesAnEmptyDomain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scale(1, 1, 0, 100))
        .withMessage("Invalid scale: 1.0 to 1.0; expected the higher number last");
  }
}
