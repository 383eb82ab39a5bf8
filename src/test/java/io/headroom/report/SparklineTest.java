package io.headroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.engine.replay.DayDemand;
import io.headroom.model.unit.VCpus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SparklineTest {

  private static String of(double... numbers) {
    return Sparkline.of(DoubleStream.of(numbers).mapToObj(OptionalDouble::of).toList());
  }

  @Test
  void theLargestIsAFullBlock() {
    assertThat(of(1, 2, 3, 4, 5, 6, 7, 8)).isEqualTo("▁▂▃▄▅▆▇█");
  }

  @Test
  void nothingIsTheLowestBlockAndAGapIsADot() {
    assertThat(of(0, 8)).isEqualTo("▁█");
    assertThat(of(0, 0)).isEqualTo("▁▁");
    assertThat(Sparkline.of(List.of(OptionalDouble.of(2), OptionalDouble.empty()))).isEqualTo("█·");
  }

  private static DayDemand day(int number, double cpu) {
    return new DayDemand(
        LocalDate.of(2026, 7, number),
        Optional.of(new VCpus(cpu)),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void namesTheFirstPeakDayAndLeavesOutWhatWasNotRecorded() {
    assertThat(DemandSparklines.of(List.of(day(1, 1), day(2, 2), day(3, 2))))
        .isEqualTo(
            """

            Day by day, 2026-07-01 to 2026-07-03
              CPU          ▄██  most on 2026-07-02: 2 vCPU
            """);
    assertThat(DemandSparklines.of(List.of())).isEmpty();
  }
}
