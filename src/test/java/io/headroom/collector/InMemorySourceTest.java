package io.headroom.collector;

import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.testing.InMemoryCloud;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

class InMemorySourceTest extends UtilizationSourceContract {

  private final InMemoryCloud cloud = new InMemoryCloud();

  @BeforeEach
  void addSamples() {
    float[] values = new float[SLOTS];
    for (int slot = 0; slot < SLOTS; slot++) {
      values[slot] = hasSample(slot) ? value(slot) : Series.gap();
    }
    cloud.samples(
        BUSY, Series.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, START, 300, values));
    cloud.samples(
        SILENT,
        Series.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, START, 300, new float[0]));
  }

  @Override
  protected UtilizationSource source() {
    return cloud;
  }

  @Override
  protected Scope scope() {
    return Scope.of(Provider.AWS, "111122223333", "us-east-1");
  }

  @Override
  protected Instance machine(String id) {
    return Instance.builder(
            id,
            new Placement(Provider.AWS, "111122223333", "us-east-1", Optional.empty()),
            TypeHistory.assumed("m5.large"))
        .build();
  }

  @Override
  protected void denyReading() {
    cloud.fail(BUSY, FailureKind.DENIED);
  }

  @Override
  protected long requests() {
    return cloud.requests();
  }
}
