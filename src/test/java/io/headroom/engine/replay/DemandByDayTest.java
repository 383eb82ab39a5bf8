package io.headroom.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Samples;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemandByDayTest {

  @Test
  void namesThePeakAndTheMeanOfEachDay() {
    // the last day has 12 of 288 slots at 3 instead of 1: 1 + 2 × 12 ÷ 288
    Samples cpu = Samples.cpuVcpus(2).flat(1).from(Duration.ofHours(6), 12, 3);
    Samples memory = Samples.memoryMib(1).flat(1000).at(Duration.ofHours(1), 1200);

    List<DayDemand> days =
        DemandByDay.of(Optional.of(Plays.cpu(cpu)), Optional.of(Plays.memory(memory)));

    assertThat(days)
        .containsExactly(
            new DayDemand(
                LocalDate.parse("2026-07-18"),
                Optional.of(new VCpus(1)),
                Optional.of(new VCpus(1)),
                Optional.empty()),
            new DayDemand(
                LocalDate.parse("2026-07-19"),
                Optional.of(new VCpus(3)),
                Optional.of(new VCpus(1.0833)),
                Optional.of(new Mebibytes(1200))));
  }

  @Test
  void aDayWithoutSamplesIsThereAndEmpty() {
    Samples cpu = Samples.cpuVcpus(3).flat(1).gap(Duration.ofDays(2), 288);

    List<DayDemand> days = DemandByDay.of(Optional.of(Plays.cpu(cpu)), Optional.empty());

    assertThat(days).hasSize(3);
    assertThat(days.get(1).cpuPeak()).isEmpty();
    assertThat(days.get(1).cpuMean()).isEmpty();
  }

  @Test
  void nothingRecordedIsNoDay() {
    assertThat(DemandByDay.of(Optional.empty(), Optional.empty())).isEmpty();
  }
}
