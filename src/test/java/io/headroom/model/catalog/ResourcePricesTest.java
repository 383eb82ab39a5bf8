package io.headroom.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourcePricesTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final ResourcePrices N2 =
      new ResourcePrices(usd("0.03319155"), usd("0.00444885"), PriceBasis.DERIVED);

  private static HourlyPrice usd(String amount) {
    return new HourlyPrice(new BigDecimal(amount), USD);
  }

  @Test
  void addsThePricesOfTheParts() {
    // 4 × 0.03319155 + 9 × 0.00444885
    assertThat(N2.of(new VCpus(4), Mebibytes.ofGibibytes(9))).isEqualTo(usd("0.17280585"));
    // 0.25 × 0.03319155 + 0.25 × 0.00444885, not rounded
    assertThat(N2.of(new VCpus(0.25), new Mebibytes(256))).isEqualTo(usd("0.0094101"));
  }

  @Test
  void refusesTwoCurrencies() {
    HourlyPrice euro = new HourlyPrice(BigDecimal.ONE, Currency.getInstance("EUR"));
    assertThatThrownBy(() -> new ResourcePrices(usd("1"), euro, PriceBasis.OWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot add 1 USD and 1 EUR: the currencies differ");
  }

  @Test
  void givesCustomShapesTheirPriceAndBasis() {
    CustomShapes shapes =
        new CustomShapes(
            "n2", 2, List.of(4, 2), 512, 8192, 638_976, Optional.of(N2), SustainedUse.UP_TO_20);
    Offering listed = shapes.named("n2-custom-4-9216").orElseThrow();
    assertThat(listed.price()).contains(usd("0.17280585"));
    assertThat(listed.basis()).isEqualTo(PriceBasis.DERIVED);
    CustomShapes unpriced = shapes.withPrices(Optional.empty(), SustainedUse.NONE);
    assertThat(unpriced.named("n2-custom-4-9216").orElseThrow().price()).isEmpty();
    assertThat(unpriced.withPrices(shapes.prices(), shapes.discount())).isEqualTo(shapes);
  }
}
