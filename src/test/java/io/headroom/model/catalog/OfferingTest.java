package io.headroom.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.Share;
import io.headroom.testing.Types;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OfferingTest {

  private static MonthlyPrice usd(String amount) {
    return new MonthlyPrice(new BigDecimal(amount), Types.USD);
  }

  @Test
  void costs730HoursAMonth() {
    // 0.0864 × 730
    assertThat(Types.ec2("m6a.large", 2, 8192).at("0.0864").monthly(Share.ALL))
        .contains(usd("63.072"));
  }

  @Test
  void aMachineThatIsOffAtNightCostsWhatItRuns() {
    Offering offering = Types.ec2("m6a.large", 2, 8192).at("0.1");
    assertThat(offering.monthly(Share.ofPercent(50))).contains(usd("36.5"));
    assertThat(offering.monthly(Share.NONE)).contains(usd("0"));
  }

  @Test
  void fromNinetyFivePercentOnItIsAFullMonth() {
    Offering offering = Types.ec2("m6a.large", 2, 8192).at("0.1");
    assertThat(offering.monthly(Share.ofPercent(95))).contains(usd("73"));
    // 0.1 × 730 × 0.94
    assertThat(offering.monthly(Share.ofPercent(94))).contains(usd("68.62"));
  }

  @Test
  void theDiscountIsThatOfTheHoursRun() {
    Offering n1 = Types.gce("n1-standard-4", 4, 15360).discount(SustainedUse.UP_TO_30).at("0.19");
    // 0.19 × 730 × 0.7
    assertThat(n1.monthly(Share.ALL)).contains(usd("97.09"));
    // 0.19 × 365 × 0.9, not × 0.7
    assertThat(n1.monthly(Share.ofPercent(50))).contains(usd("62.415"));
  }

  @Test
  void aTypeWithoutAPriceCostsNothingKnown() {
    assertThat(Types.ec2("m9.large", 2, 8192).unpriced().monthly(Share.ALL)).isEmpty();
  }
}
