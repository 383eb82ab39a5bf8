package io.headroom.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalogs;
import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.SustainedUse;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.Share;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceFileTest {

  private static final Catalogs LIST = Catalogs.bundled();

  private static Catalogs with(String currency, String entries) {
    return LIST.withPrices(
        PriceFile.parse(
            "prices.yaml",
            """
            api_version: headroom/v1
            kind: PriceFile
            currency: %s
            %s"""
                .replaceFirst("%s", currency)
                .replace("%s", entries)));
  }

  private static RegionCatalog usEast(Catalogs catalogs) {
    return catalogs.region(Provider.AWS, "us-east-1");
  }

  private static RegionCatalog usCentral(Catalogs catalogs) {
    return catalogs.region(Provider.GCE, "us-central1");
  }

  private static Optional<String> price(RegionCatalog region, String type) {
    return region.find(type).orElseThrow().price().map(HourlyPrice::toString);
  }

  @Test
  void pricesATypeAndLeavesTheOthersAtListPrices() {
    RegionCatalog region =
        usEast(
            with(
                "USD",
                """
                prices:
                  - {provider: aws, region: us-east-1, instance_type: m5.large, hourly: "0.0700"}
                """));
    Offering m5 = region.find("m5.large").orElseThrow();
    assertThat(m5.price()).map(HourlyPrice::toString).contains("0.07 USD");
    assertThat(m5.basis()).isEqualTo(PriceBasis.OWN);
    assertThat(region.find("m6a.large")).isEqualTo(usEast(LIST).find("m6a.large"));
    assertThat(region.source()).endsWith("; own prices: prices.yaml");
    assertThat(region.offerings().keySet()).isEqualTo(usEast(LIST).offerings().keySet());
  }

  @Test
  void takesADiscountOffTheListPriceOfAFamilyAndATypeGoesFirst() {
    RegionCatalog region =
        usEast(
            with(
                "USD",
                """
                prices:
                  - {provider: aws, region: us-east-1, family: m6a, discount: 28%}
                  - {provider: aws, region: us-east-1, instance_type: m6a.xlarge, hourly: 0.1}
                  - {provider: aws, region: us-east-1, discount: 9.5%}
                """));
    // 0.0864 × 0.72, and 0.096 × 0.905
    assertThat(price(region, "m6a.large")).contains("0.062208 USD");
    assertThat(price(region, "m6a.xlarge")).contains("0.1 USD");
    assertThat(price(region, "m5.large")).contains("0.08688 USD");
    assertThat(price(region, "mac2.metal")).isEmpty();
  }

  @Test
  void pricesAFamilyByItsParts() {
    RegionCatalog region =
        usCentral(
            with(
                "USD",
                """
                prices:
                  - {provider: gce, region: us-central1, family: n2, vcpu_hourly: "0.02", gib_hourly: "0.003"}
                  - {provider: gce, region: us-central1, family: e2, vcpu_hourly: "0.01", gib_hourly: "0.001"}
                """));
    // 4 × 0.02 + 16 × 0.003, and 4 × 0.02 + 9 × 0.003 for the custom shape
    assertThat(price(region, "n2-standard-4")).contains("0.128 USD");
    assertThat(price(region, "n2-custom-4-9216")).contains("0.107 USD");
    assertThat(region.find("n2-custom-4-9216").orElseThrow().basis()).isEqualTo(PriceBasis.OWN);
    // a shared core is charged for what it sustains: 0.25 × 0.01 + 1 × 0.001
    assertThat(price(region, "e2-micro")).contains("0.0035 USD");
    assertThat(region.find("n2d-standard-4")).isEqualTo(usCentral(LIST).find("n2d-standard-4"));
    assertThat(region.find("n2d-custom-4-9216").orElseThrow().basis())
        .isEqualTo(PriceBasis.DERIVED);
  }

  @Test
  void takesNoSustainedUseDiscountOffAnOwnPrice() {
    RegionCatalog region =
        usCentral(
            with(
                "USD",
                """
                prices:
                  - {provider: gce, region: us-central1, family: n2, discount: 50%}
                """));
    Offering n2 = region.find("n2-standard-4").orElseThrow();
    assertThat(n2.discount()).isEqualTo(SustainedUse.NONE);
    // 0.194236 × 0.5 × 730
    assertThat(n2.monthly(Share.ALL).orElseThrow().amount()).isEqualByComparingTo("70.89614");
    // (4 × 0.03319155 + 9 × 0.00444885) × 0.5 × 730
    assertThat(
            region.find("n2-custom-4-9216").orElseThrow().monthly(Share.ALL).orElseThrow().amount())
        .isEqualByComparingTo("63.07413525");
  }

  @Test
  void leavesNothingPricedInAnotherCurrencyThanTheFiles() {
    Catalogs catalogs =
        with(
            "EUR",
            """
            prices:
              - {provider: aws, region: eu-west-1, instance_type: m5.large, hourly: "0.095"}
              - {provider: aws, region: eu-west-1, instance_type: t3.large, hourly: "0.08", surplus_vcpu_hourly: "0.045"}
              - {provider: gce, region: us-central1, family: n2, vcpu_hourly: "0.02", gib_hourly: "0.003"}
            """);
    RegionCatalog euWest = catalogs.region(Provider.AWS, "eu-west-1");
    assertThat(price(euWest, "m5.large")).contains("0.095 EUR");
    assertThat(euWest.offerings().values())
        .filteredOn(offering -> offering.price().isPresent())
        .extracting(offering -> offering.type().name())
        .containsExactly("m5.large", "t3.large");
    Burst.Credits credits =
        (Burst.Credits) euWest.find("t3.large").orElseThrow().type().burst().orElseThrow();
    assertThat(credits.surplusPrice()).hasToString("0.045 EUR");
    RegionCatalog usCentral = usCentral(catalogs);
    assertThat(price(usCentral, "n2-custom-4-9216")).contains("0.107 EUR");
    assertThat(price(usCentral, "e2-standard-4")).isEmpty();
    assertThat(price(usCentral, "e2-custom-4-9216")).isEmpty();
    // a region the file says nothing of keeps its list prices, in their currency
    assertThat(usEast(catalogs)).isEqualTo(usEast(LIST));
  }

  @Test
  void pricesAPlatformOnlyByItsOwnEntries() {
    Catalogs catalogs =
        with(
            "USD",
            """
            prices:
              - {provider: aws, region: us-east-1, platform: windows, instance_type: m5.large, hourly: "0.188"}
              - {provider: aws, region: us-east-1, platform: windows, instance_type: t3.large, hourly: "0.1108"}
              - {provider: aws, region: us-east-1, platform: rhel, instance_type: t3.large, hourly: "0.1"}
              - {provider: aws, region: us-east-1, instance_type: m5.large, hourly: "0.07"}
            """);
    RegionCatalog windows = catalogs.region(Provider.AWS, "us-east-1", Platform.WINDOWS);
    assertThat(price(windows, "m5.large")).contains("0.188 USD");
    assertThat(price(windows, "m6a.large")).isEmpty();
    assertThat(surplus(windows)).isEqualTo("0.096 USD");
    RegionCatalog rhel = catalogs.region(Provider.AWS, "us-east-1", Platform.RHEL);
    assertThat(price(rhel, "m5.large")).isEmpty();
    assertThat(surplus(rhel)).isEqualTo("0.05 USD");
    assertThat(price(usEast(catalogs), "m5.large")).contains("0.07 USD");
    assertThat(price(usEast(catalogs), "m6a.large")).contains("0.0864 USD");
    assertThat(surplus(usEast(catalogs))).isEqualTo("0.05 USD");
  }

  private static String surplus(RegionCatalog region) {
    Burst.Credits credits =
        (Burst.Credits) region.find("t3.large").orElseThrow().type().burst().orElseThrow();
    return credits.surplusPrice().toString();
  }

  @Test
  void lendsTheTypesOfARegionToOneThatIsNotInTheCatalog() {
    Catalogs catalogs =
        with(
            "USD",
            """
            regions:
              - {provider: aws, region: ap-southeast-2, types_from: us-east-1}
              - {provider: gce, region: australia-southeast1, types_from: us-central1}
            prices:
              - {provider: aws, region: ap-southeast-2, instance_type: m5.large, hourly: "0.12"}
              - {provider: gce, region: australia-southeast1, family: n2, vcpu_hourly: "0.04", gib_hourly: "0.005"}
            """);
    RegionCatalog sydney = catalogs.region(Provider.AWS, "ap-southeast-2");
    assertThat(sydney.region()).isEqualTo("ap-southeast-2");
    assertThat(sydney.source()).startsWith("types of us-east-1: ");
    assertThat(price(sydney, "m5.large")).contains("0.12 USD");
    assertThat(price(sydney, "m6a.large")).isEmpty();
    RegionCatalog australia = catalogs.region(Provider.GCE, "australia-southeast1");
    // 4 × 0.04 + 9 × 0.005
    assertThat(price(australia, "n2-custom-4-9216")).contains("0.205 USD");
    assertThat(price(australia, "e2-custom-4-9216")).isEmpty();
  }

  @Test
  void takesZeroForAMachineThatIsPaidForAlready() {
    RegionCatalog region =
        usEast(
            with(
                "USD",
                """
                prices:
                  - {provider: aws, region: us-east-1, instance_type: m5.large, hourly: 0}
                  - {provider: aws, region: us-east-1, instance_type: m5.xlarge, discount: 100%}
                """));
    assertThat(price(region, "m5.large")).contains("0 USD");
    assertThat(price(region, "m5.xlarge")).contains("0 USD");
  }

  @Test
  void readsAFileInYamlOrJson(@TempDir Path folder) throws IOException {
    Path yaml =
        Files.writeString(
            folder.resolve("p.yaml"),
            """
            # yaml-language-server: $schema=price-file.schema.json
            api_version: headroom/v1
            kind: PriceFile
            currency: USD
            prices:
              - provider: aws
                region: us-east-1
                instance_type: m5.large
                hourly: 0.0700
            """);
    Path json =
        Files.writeString(
            folder.resolve("p.json"),
            """
            {"api_version":"headroom/v1","kind":"PriceFile","currency":"USD","prices":[
            {"provider":"aws","region":"us-east-1","instance_type":"m5.large","hourly":0.07}]}
            """);
    for (Path file : new Path[] {yaml, json}) {
      PriceFile prices = PriceFile.read(file);
      assertThat(prices.currency()).isEqualTo(Currency.getInstance("USD"));
      assertThat(prices.name()).isEqualTo(file.toString());
      assertThat(usEast(LIST.withPrices(prices)).find("m5.large").orElseThrow().price())
          .contains(new HourlyPrice(new BigDecimal("0.07"), Currency.getInstance("USD")));
    }
  }

  @Test
  void givesTheSameCatalogInWhateverOrderTheEntriesAre() {
    String type =
        "  - {provider: aws, region: us-east-1, instance_type: m6a.large, hourly: '0.05'}\n";
    String family = "  - {provider: aws, region: us-east-1, family: m6a, discount: 10%}\n";
    String region = "  - {provider: aws, region: us-east-1, discount: 5%}\n";
    assertThat(usEast(with("USD", "prices:\n" + type + family + region)))
        .isEqualTo(usEast(with("USD", "prices:\n" + region + family + type)));
  }
}
