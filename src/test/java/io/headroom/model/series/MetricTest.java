package io.headroom.model.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {

  @ParameterizedTest
  @EnumSource(Metric.class)
  void isFoundByTheNameRecordingsUse(Metric metric) {
    assertThat(metric.id()).isEqualTo(metric.name().toLowerCase(Locale.ROOT));
    assertThat(Metric.ofId(metric.id())).contains(metric);
  }

  @ParameterizedTest
  @EnumSource(SampleUnit.class)
  void unitsAreFoundByTheNameRecordingsUse(SampleUnit unit) {
    assertThat(unit.id()).isEqualTo(unit.name().toLowerCase(Locale.ROOT));
    assertThat(SampleUnit.ofId(unit.id())).contains(unit);
  }

  @Test
  void unknownNamesAreNotGuessed() {
    assertThat(Metric.ofId("cpu")).isEmpty();
    assertThat(SampleUnit.ofId("MB")).isEmpty();
  }

  @Test
  void theUsualUnitComesFirst() {
    assertThat(Metric.CPU_UTILIZATION_AVG.units())
        .containsExactly(SampleUnit.PERCENT, SampleUnit.FRACTION, SampleUnit.VCPUS);
    assertThat(Metric.NETWORK_IN.units()).containsExactly(SampleUnit.BYTES_PER_SECOND);
  }
}
