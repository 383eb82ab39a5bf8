package io.headroom.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.Architecture;
import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Share;
import io.headroom.testing.Types;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N1: one vCPU or an even number, 922 to 6656 MiB for each. */
class CustomShapesTest {

  private static final ResourcePrices PRICES =
      new ResourcePrices(
          new HourlyPrice(new BigDecimal("0.03"), Types.USD),
          new HourlyPrice(new BigDecimal("0.004"), Types.USD),
          PriceBasis.OWN);

  private static CustomShapes shapes(String series, Optional<ResourcePrices> prices) {
    return new CustomShapes(
        series, 1, List.of(4, 1, 2), 922, 6656, 20_480, prices, SustainedUse.UP_TO_30);
  }

  private static final CustomShapes N1 = shapes("n1", Optional.of(PRICES));

  private static Optional<Mebibytes> memoryFor(int vcpus, double need) {
    return N1.memoryFor(vcpus, new Mebibytes(need));
  }

  @Test
  void countsAreAscending() {
    assertThat(N1.vcpuCounts()).containsExactly(1, 2, 4);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1024", // 922 up to the next of 256
    "1, 1024, 1024",
    "1, 1024.5, 1280",
    "2, 0, 2048", // 1844
    "1, 6656, 6656",
    "4, 20480, 20480",
  })
  void memoryComesInStepsOf256FromTheLeastOfTheVcpus(int vcpus, double need, double expected) {
    assertThat(memoryFor(vcpus, need)).contains(new Mebibytes(expected));
  }

  @Test
  void moreThanAVcpuOrTheSeriesMayHaveIsNoShape() {
    assertThat(memoryFor(1, 6657)).isEmpty();
    // four vCPUs might have 26624, the series 20480
    assertThat(memoryFor(4, 20_481)).isEmpty();
  }

  @Test
  void anOfferingIsPricedByItsParts() {
    Offering offering = N1.offering(2, new Mebibytes(3072));
    assertThat(offering.type().name()).isEqualTo("n1-custom-2-3072");
    assertThat(offering.type().family()).isEqualTo("n1");
    assertThat(offering.type().is(Trait.CUSTOM)).isTrue();
    assertThat(offering.type().architectures()).containsExactly(Architecture.X86_64);
    // 2 × 0.03 + 3 × 0.004 = 0.072; × 730 × 0.7
    assertThat(offering.monthly(Share.ALL).orElseThrow().rounded()).isEqualTo("36.79");
    assertThat(offering.basis()).isEqualTo(PriceBasis.OWN);
    assertThat(offering.discount()).isEqualTo(SustainedUse.UP_TO_30);
  }

  @Test
  void withoutPricesAShapeHasNone() {
    Offering offering = shapes("n1", Optional.empty()).offering(2, new Mebibytes(3072));
    assertThat(offering.price()).isEmpty();
    assertThat(offering.basis()).isEqualTo(PriceBasis.DERIVED);
  }

  @Test
  void otherPricesChangeNothingElse() {
    CustomShapes changed =
        shapes("n1", Optional.empty()).withPrices(Optional.of(PRICES), SustainedUse.NONE);
    assertThat(changed)
        .isEqualTo(
            new CustomShapes(
                "n1",
                1,
                List.of(1, 2, 4),
                922,
                6656,
                20_480,
                Optional.of(PRICES),
                SustainedUse.NONE));
  }

  @Test
  void aLegalNameIsAnOffering() {
    assertThat(N1.named("n1-custom-2-3072")).contains(N1.offering(2, new Mebibytes(3072)));
    // N1's old names have no series
    assertThat(N1.named("custom-2-3072")).contains(N1.offering(2, new Mebibytes(3072)));
    assertThat(shapes("n2", Optional.empty()).named("n2-custom-2-3072")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n1-standard-2",
        "n2-custom-2-3072",
        "n1-custom-3-3072",
        "n1-custom-2-3000",
        "n1-custom-2-1792",
        "n1-custom-2-13568",
        "n1-custom-2-3072-ext",
        "n1-custom-2",
      })
  void anotherNameIsNone(String name) {
    assertThat(N1.named(name)).isEmpty();
  }
}
