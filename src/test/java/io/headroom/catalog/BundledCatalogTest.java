package io.headroom.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.headroom.catalog.snapshot.SnapshotRegion;
import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Limits;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.SustainedUse;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.OperationRate;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.VCpus;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that are bundled with the program. */
class BundledCatalogTest {

  private static final Catalogs CATALOGS = Catalogs.bundled();
  private static final Currency USD = Currency.getInstance("USD");

  private static RegionCatalog region(String name) {
    Provider provider = name.matches(".*-[a-z]+\\d") ? Provider.GCE : Provider.AWS;
    return CATALOGS.region(provider, name);
  }

  private static Offering offering(String region, String type) {
    return region(region).find(type).orElseThrow();
  }

  private static InstanceType type(String region, String type) {
    return offering(region, type).type();
  }

  private static Burst.Credits credits(String type) {
    return (Burst.Credits) type("us-east-1", type).burst().orElseThrow();
  }

  private static BigDecimal month(String region, String type, Share running) {
    return offering(region, type).monthly(running).map(MonthlyPrice::rounded).orElseThrow();
  }

  @Test
  void knowsSevenRegionsWithTheDayOfTheirPrices() {
    assertThat(CATALOGS.regions())
        .extracting(
            region ->
                region.provider().id()
                    + " "
                    + region.region()
                    + " "
                    + region.priceDate()
                    + " "
                    + region.currency())
        .containsExactly(
            "aws ap-south-1 2025-04-04 USD",
            "aws eu-central-1 2025-04-04 USD",
            "aws eu-west-1 2025-04-04 USD",
            "aws us-east-1 2026-07-20 USD",
            "gce asia-south1 2026-08-03 USD",
            "gce europe-west1 2026-08-03 USD",
            "gce us-central1 2026-08-03 USD");
    assertThat(CATALOGS.regions())
        .allSatisfy(region -> assertThat(region.source()).startsWith("prices: "))
        .allSatisfy(region -> assertThat(region.licence()).contains("Apache-2.0"));
  }

  @ParameterizedTest
  @CsvSource({
    "ap-south-1, 803, 573",
    "eu-central-1, 1139, 783",
    "eu-west-1, 1151, 782",
    "us-east-1, 1354, 1345",
    "asia-south1, 474, 420",
    "europe-west1, 493, 467",
    "us-central1, 552, 516",
  })
  void readsEveryTypeOfARegionPricedOrNot(String name, int types, int priced) {
    RegionCatalog region = region(name);
    assertThat(region.offerings()).hasSize(types);
    assertThat(region.offerings().values())
        .filteredOn(offering -> offering.price().isPresent())
        .hasSize(priced)
        .allSatisfy(offering -> assertThat(offering.basis()).isEqualTo(PriceBasis.LIST))
        .allSatisfy(
            offering -> assertThat(offering.price().orElseThrow().currency()).isEqualTo(USD));
    assertThat(region.region()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1, m5.large, 2, 8192, 0.096",
    "us-east-1, m6a.large, 2, 8192, 0.0864",
    "us-east-1, m5a.large, 2, 8192, 0.086",
    "us-east-1, r6a.large, 2, 16384, 0.1134",
    "us-east-1, c7a.medium, 1, 2048, 0.05132",
    "us-east-1, r7a.medium, 1, 8192, 0.07608",
    "us-east-1, t3.medium, 2, 4096, 0.0416",
    "us-east-1, t3a.micro, 2, 1024, 0.0094",
    "us-east-1, c6g.large, 2, 4096, 0.068",
    "eu-west-1, m5.large, 2, 8192, 0.107",
    "eu-west-1, m6a.large, 2, 8192, 0.0963",
    "eu-central-1, m5.large, 2, 8192, 0.115",
    "eu-central-1, m6a.large, 2, 8192, 0.1035",
    "ap-south-1, m5.large, 2, 8192, 0.101",
    "ap-south-1, m6a.large, 2, 8192, 0.05555",
    "us-central1, e2-standard-4, 4, 16384, 0.13402284",
    "europe-west1, e2-standard-4, 4, 16384, 0.14743092",
    "asia-south1, e2-standard-4, 4, 16384, 0.16096872",
    "us-central1, n2-standard-4, 4, 16384, 0.194236",
    "us-central1, f1-micro, 1, 614, 0.0076",
  })
  void hasTheShapeAndListPriceOfATypeToTheDigit(
      String region, String name, int vcpus, int memory, BigDecimal price) {
    Offering offering = offering(region, name);
    assertThat(offering.type().vcpus()).isEqualTo(new VCpus(vcpus));
    assertThat(offering.type().memory()).isEqualTo(new Mebibytes(memory));
    assertThat(offering.price()).contains(new HourlyPrice(price, USD));
  }

  @ParameterizedTest
  @CsvSource({
    // list price × 730; N2, N2D, C2 × 0.8002 and N1, g1, f1, M1 × 0.7 for sustained use
    "m6a.large, us-east-1, 63.07",
    "m5.large, us-east-1, 70.08",
    "e2-standard-4, us-central1, 97.84",
    "e2-medium, us-central1, 24.46",
    "n2-standard-4, us-central1, 113.46",
    "n2-highmem-2, us-central1, 76.53",
    "n2-highmem-8, us-central1, 306.13",
    "n2-standard-48, us-central1, 1361.55",
    "n2d-standard-4, us-central1, 98.71",
    "n2d-highcpu-16, us-central1, 291.49",
    "c2-standard-4, us-central1, 121.97",
    "n1-standard-2, us-central1, 48.54",
  })
  void pricesAMonthOfAMachineThatAlwaysRuns(String name, String region, BigDecimal month) {
    assertThat(month(region, name, Share.ALL)).isEqualByComparingTo(month);
  }

  /** The months that the price source publishes, which its own program computes. */
  @Test
  void pricesEveryMonthAsThePriceSourceDoes() throws IOException {
    List<NamedCsvRecord> months = months();
    SoftAssertions soft = new SoftAssertions();
    for (NamedCsvRecord published : months) {
      String name = published.getField("instance_type");
      MonthlyPrice month =
          offering(published.getField("region"), name).monthly(Share.ALL).orElseThrow();
      // the source rounds to six decimals
      soft.assertThat(
              month.amount().subtract(new BigDecimal(published.getField("usd_month"))).abs())
          .as("%s %s", published.getField("region"), name)
          .isLessThan(new BigDecimal("0.000002"));
    }
    soft.assertAll();
    long priced =
        CATALOGS.regions().stream()
            .filter(region -> region.provider() == Provider.GCE)
            .flatMap(region -> region(region.region()).offerings().values().stream())
            .filter(offering -> offering.price().isPresent())
            .count();
    assertThat(months).hasSize((int) priced);
  }

  private static List<NamedCsvRecord> months() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(
                BundledCatalogTest.class.getResourceAsStream("/catalog/gce-months.csv"));
        CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in)) {
      List<NamedCsvRecord> rows = new ArrayList<>();
      reader.forEach(rows::add);
      return rows;
    }
  }

  @Test
  void givesSustainedUseByTheTimeAMachineRuns() {
    // N1, half of a month: a quarter at 100 % and one at 80 % of the list price: 0.90
    Offering n1 = offering("us-central1", "n1-standard-4");
    assertThat(n1.discount().multiplier(new Share(0.5))).isEqualByComparingTo("0.90");
    assertThat(n1.discount().multiplier(Share.ALL)).isEqualByComparingTo("0.70");
    assertThat(offering("us-central1", "e2-standard-4").discount()).isEqualTo(SustainedUse.NONE);
    assertThat(offering("us-east-1", "m5.large").discount()).isEqualTo(SustainedUse.NONE);
  }

  @Test
  void givesSustainedUseToTheSeriesGoogleNames() {
    assertThat(familiesWith(SustainedUse.UP_TO_30))
        .containsExactlyInAnyOrder("n1", "m1", "m2", "f1", "g1");
    assertThat(familiesWith(SustainedUse.UP_TO_20)).containsExactlyInAnyOrder("n2", "n2d", "c2");
  }

  private static Set<String> familiesWith(SustainedUse discount) {
    return region("us-central1").offerings().values().stream()
        .filter(offering -> offering.discount() == discount)
        .map(offering -> offering.type().family())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    // 8 vCPU of T2 earn 81.6 credits an hour: 8 × 17 % × 60
    "t2.nano, 3, 72, 30, false, 0.05",
    "t2.medium, 24, 576, 60, false, 0.05",
    "t2.2xlarge, 81.6, 1958.4, 240, false, 0.05",
    "t3.large, 36, 864, 0, true, 0.05",
    "t3a.xlarge, 96, 2304, 0, true, 0.05",
    "t4g.2xlarge, 192, 4608, 0, true, 0.04",
  })
  void knowsTheCpuCreditsOfBurstableTypes(
      String name, double earned, double most, double launch, boolean kept, BigDecimal surplus) {
    assertThat(credits(name))
        .isEqualTo(new Burst.Credits(earned, most, launch, kept, new HourlyPrice(surplus, USD)));
  }

  @Test
  void holdsTheLawsOfCpuCredits() {
    for (SnapshotRegion region : CATALOGS.regions()) {
      List<InstanceType> burstable =
          region(region.region()).offerings().values().stream()
              .map(Offering::type)
              .filter(type -> type.burst().filter(Burst.Credits.class::isInstance).isPresent())
              .toList();
      assertThat(burstable).hasSize(region.provider() == Provider.AWS ? 28 : 0);
      for (InstanceType type : burstable) {
        Burst.Credits credits = (Burst.Credits) type.burst().orElseThrow();
        boolean t2 = type.family().equals("t2");
        assertThat(credits.maximum())
            .as(type.name())
            .isCloseTo(24 * credits.earnedPerHour(), within(1e-9));
        assertThat(credits.keptAtStop()).as(type.name()).isEqualTo(!t2);
        assertThat(credits.atLaunch())
            .as(type.name())
            .isEqualTo(t2 ? 30 * type.vcpus().value() : 0);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "e2-micro, 2, 0.25",
    "e2-small, 2, 0.5",
    "e2-medium, 2, 1.0",
    "f1-micro, 1, 0.2",
    "g1-small, 1, 0.5"
  })
  void knowsWhatASharedCoreSustains(String name, int vcpus, double sustained) {
    for (String region : List.of("us-central1", "europe-west1", "asia-south1")) {
      InstanceType type = type(region, name);
      assertThat(type.isSharedCore()).isTrue();
      assertThat(type.vcpus()).isEqualTo(new VCpus(vcpus));
      assertThat(type.sustained()).isEqualTo(new VCpus(sustained));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1, m5.metal, BARE_METAL",
    "us-east-1, m1.small, PREVIOUS_GENERATION LOCAL_DISK XEN",
    "us-east-1, t1.micro, PREVIOUS_GENERATION XEN",
    "us-east-1, t2.micro, XEN",
    "us-east-1, m7i-flex.large, FLEX",
    "us-east-1, m5d.large, LOCAL_DISK",
    "us-east-1, g5.xlarge, LOCAL_DISK ACCELERATOR",
    "us-east-1, g6f.large, LOCAL_DISK ACCELERATOR",
    "us-east-1, inf1.xlarge, ACCELERATOR",
    "us-east-1, m5.large, ''",
    "us-central1, a2-highgpu-1g, ACCELERATOR",
    "us-central1, g2-standard-4, ACCELERATOR",
    "us-central1, c3-standard-192-metal, BARE_METAL",
    "us-central1, c4-standard-4-lssd, LOCAL_DISK",
    "us-central1, n2-standard-4, ''",
  })
  void knowsTheTraitsOfATypes(String region, String name, String traits) {
    Set<Trait> expected =
        traits.isEmpty()
            ? Set.of()
            : Arrays.stream(traits.split(" ", -1)).map(Trait::valueOf).collect(Collectors.toSet());
    assertThat(type(region, name).traits()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1, m5.large, X86_64",
    "us-east-1, m6g.large, ARM64",
    "us-east-1, t2.micro, X86_64 I386",
    "us-east-1, mac2.metal, ARM64_MAC",
    "us-central1, t2a-standard-1, ARM64",
    "us-central1, c4a-standard-4, ARM64",
    "us-central1, n4-standard-4, X86_64",
  })
  void knowsTheInstructionSets(String region, String name, String architectures) {
    assertThat(type(region, name).architectures())
        .isEqualTo(
            Arrays.stream(architectures.split(" ", -1))
                .map(Architecture::valueOf)
                .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1, m6a.large, m6a, 6, m",
    "us-east-1, c7i-flex.large, c7i-flex, 7, c",
    "us-east-1, x2iedn.xlarge, x2iedn, 2, x",
    "us-east-1, u-6tb1.56xlarge, u-6tb1, 0, u",
    "us-central1, n2d-standard-4, n2d, 2, n",
    "us-central1, e2-medium, e2, 2, e",
  })
  void readsFamilyAndGenerationOffTheName(
      String region, String name, String family, int generation, String category) {
    InstanceType type = type(region, name);
    assertThat(type.family()).isEqualTo(family);
    assertThat(type.generation()).isEqualTo(generation);
    assertThat(type.category()).isEqualTo(category);
  }

  @Test
  void knowsWhatNetworkAndDisksCarry() {
    // EC2 DescribeInstanceTypes: 0.75 to 10 Gbps, 650 to 4750 Mbps, 3600 to 18750 IOPS
    Limits limits = type("us-east-1", "m5.large").limits();
    assertThat(limits.network()).contains(DataRate.ofGigabitsPerSecond(0.75));
    assertThat(limits.networkBurst()).contains(DataRate.ofGigabitsPerSecond(10));
    assertThat(limits.disk()).contains(DataRate.ofMegabitsPerSecond(650));
    assertThat(limits.diskBurst()).contains(DataRate.ofMegabitsPerSecond(4750));
    assertThat(limits.iops()).contains(new OperationRate(3600));
    assertThat(limits.iopsBurst()).contains(new OperationRate(18750));
    assertThat(limits.attachments()).hasValue(27);
    Limits gce = type("us-central1", "n2-standard-4").limits();
    assertThat(gce.network()).contains(DataRate.ofGigabitsPerSecond(10));
    assertThat(gce.networkBurst()).isEqualTo(gce.network());
    assertThat(gce.disk()).isEmpty();
    assertThat(type("us-central1", "f1-micro").limits()).isEqualTo(Limits.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    // vCPUs × vCPU price + GiB × GiB price, × 730, × 0.70 for N1 and × 0.80 for N2 and N2D
    "n1-custom-1-6144, 30.59",
    "custom-1-6144, 30.59",
    "n2-custom-4-9216, 100.92",
    "n2-custom-2-16384, 80.34",
    "n2-custom-4-20480, 129.50",
    "n2-custom-36-66048, 865.40",
    "n2d-custom-4-9216, 87.80",
    "n2d-custom-16-12032, 296.39",
    "e2-custom-4-9216, 87.04",
  })
  void pricesCustomShapesByTheirParts(String name, BigDecimal month) {
    Offering offering = offering("us-central1", name);
    assertThat(month("us-central1", name, Share.ALL)).isEqualByComparingTo(month);
    assertThat(offering.basis()).isEqualTo(PriceBasis.DERIVED);
    assertThat(offering.type().traits()).containsExactly(Trait.CUSTOM);
  }

  @ParameterizedTest
  @CsvSource({
    "n1-custom-3-6144", "n1-custom-1-6912", "n2-custom-34-65536", "n2-custom-4-65536",
    "n2-custom-128-640000", "n2d-custom-6-8192", "e2-custom-32-131328", "c3-custom-4-8192",
    "n2-custom-4-9217", "n4-custom-2-4095",
  })
  void knowsNoCustomShapeThatIsNotLegal(String name) {
    assertThat(region("us-central1").find(name)).isEmpty();
  }

  @Test
  void hasCustomShapesOfSixSeriesInEveryRegionOfGoogle() {
    for (String region : List.of("us-central1", "europe-west1", "asia-south1")) {
      assertThat(region(region).customShapes())
          .extracting(shapes -> shapes.series() + shapes.generation())
          .containsExactly("e22", "n11", "n22", "n2d2", "n44", "n4d4");
    }
    assertThat(region("us-east-1").customShapes()).isEmpty();
  }

  @Test
  void knowsNoTypeThatDoesNotExist() {
    assertThat(region("us-east-1").find("m5.huge")).isEqualTo(Optional.empty());
  }
}
