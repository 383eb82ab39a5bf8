package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.testing.Machines;
import io.headroom.testing.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFinderTest {

  private static final float GAP = Series.gap();

  private static List<List<Integer>> runsBetween(int step, int from, int until, float... values) {
    Series series =
        Series.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.VCPUS, Machines.AS_OF, step, values);
    Stretch stretch =
        new Stretch(
            series,
            from,
            until,
            SlotTreatment.COUNTED,
            Types.ec2("m5.large", 2, 8192).type(),
            /* factor= */ 2);
    List<List<Integer>> runs = new ArrayList<>();
    RunFinder.find(stretch, used -> used >= 2, (start, end) -> runs.add(List.of(start, end)));
    return runs;
  }

  private static List<List<Integer>> runs(int step, float... values) {
    return runsBetween(step, 0, values.length, values);
  }

  @Test
  void threeSlotsOfFiveMinutesAreARun() {
    assertThat(runs(300, 0, 1, 1, 1, 0)).containsExactly(List.of(1, 4));
    assertThat(runs(300, 0, 1, 1, 0)).isEmpty();
  }

  @Test
  void oneSlotOfAnHourIsARun() {
    assertThat(runs(3600, 0, 1, 0)).containsExactly(List.of(1, 2));
    assertThat(runs(899, 0, 1, 0)).isEmpty();
    assertThat(runs(900, 0, 1, 0)).containsExactly(List.of(1, 2));
  }

  @Test
  void aRunMayReachBothEnds() {
    assertThat(runs(300, 1, 1, 1)).containsExactly(List.of(0, 3));
  }

  @Test
  void aGapEndsARun() {
    assertThat(runs(300, 1, 1, GAP, 1, 1)).isEmpty();
    assertThat(runs(300, 1, 1, 1, GAP, 1, 1, 1, 1)).containsExactly(List.of(0, 3), List.of(4, 8));
  }

  @Test
  void onlySlotsOfTheStretchCount() {
    assertThat(runsBetween(300, 1, 3, 1, 1, 1, 1)).isEmpty();
    assertThat(runsBetween(300, 1, 4, 1, 1, 1, 1, 1)).containsExactly(List.of(1, 4));
  }

  @Test
  void samplesAreTurnedIntoVcpusFirst() {
    // 0.99 × 2 is below 2
    assertThat(runs(300, 0.99f, 0.99f, 0.99f)).isEmpty();
  }
}
