package io.headroom.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.testing.Types;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The words of every refusal: people read them, and scripts may. */
class RefusalTest {

  private static MonthlyPrice usd(String amount) {
    return new MonthlyPrice(new BigDecimal(amount), Types.USD);
  }

  @Test
  void shortOfSomething() {
    assertThat(new Refusal.ShortOf("memory", new Mebibytes(16384), new Mebibytes(18739.2)).text())
        .isEqualTo("short of memory: 16 GiB, needs 18.3 GiB");
    assertThat(new Refusal.ShortOf("CPU", "2 vCPU", "2.001 vCPU").text())
        .isEqualTo("short of CPU: 2 vCPU, needs 2.001 vCPU");
  }

  @Test
  void showsWholeMebibytesWhereRoundingHidesTheDifference() {
    assertThat(new Refusal.ShortOf("memory", new Mebibytes(8192), new Mebibytes(8193)).text())
        .isEqualTo("short of memory: 8192 MiB, needs 8193 MiB");
    assertThat(new Refusal.ShortOf("CPU", "2 vCPU", "2 vCPU").text())
        .isEqualTo("short of CPU: 2 vCPU, needs 2 vCPU");
  }

  @Test
  void tooFewWorkers() {
    assertThat(new Refusal.HoldsWorkers(6, 9, LimitedBy.MEMORY).text())
        .isEqualTo("holds 6 workers, 9 needed (memory)");
  }

  @Test
  void tooSmallAStep() {
    assertThat(new Refusal.BelowHalf("memory").text()).isEqualTo("below half of present memory");
  }

  @Test
  void credits() {
    assertThat(new Refusal.Throttled(12).text())
        .isEqualTo("CPU credits run out: throttled in 12 slots");
    assertThat(new Refusal.CreditsNotJudged().text())
        .isEqualTo("CPU credits not judged: less than a day of CPU samples after the warm-up");
    assertThat(new Refusal.SurplusCredits(usd("69.496")).text())
        .isEqualTo("with surplus credits 69.50 USD a month");
  }

  @Test
  void tooLittleSaved() {
    assertThat(new Refusal.SavesTooLittle(usd("63.07"), usd("62.78")).text())
        .isEqualTo("saves too little: 0.29 USD a month");
  }

  @Test
  void tooFewAttachments() {
    assertThat(new Refusal.Attachments(26, 30).text()).isEqualTo("attaches 26 disks, 30 attached");
  }
}
