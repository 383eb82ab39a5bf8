package io.headroom.cloud.gce.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.catalog.Catalogs;
import io.headroom.catalog.refresh.FetchedRegion;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceEndpoint;
import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.Trait;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.Provider;
import io.headroom.testing.LoopbackServer;
import io.headroom.testing.LoopbackServer.Answer;
import io.headroom.testing.LoopbackServer.Request;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GceCatalogSourceTest {

  private static final String REGION = "us-central1";
  private static final RegionCatalog BUNDLED = Catalogs.bundled().region(Provider.GCE, REGION);

  /**
   * Rates of us-central1 of 2026-08-03, from which the bundled prices are made. Of C2 and T2A there
   * is one ratio of cores to memory only, and of the largest M4 one type: the split of theirs is
   * chosen.
   */
  private static SkuText skus() {
    SkuText skus =
        new SkuText()
            .series("E2 Instance", "0.02181159", "0.00292353")
            .series("N1 Predefined Instance", "0.031611", "0.004237")
            .series("N2 Instance", "0.031611", "0.004237")
            .series("N2D AMD Instance", "0.027502", "0.003686")
            .series("N4 Instance", "0.03119", "0.00354")
            .series("N4A Instance", "0.02646", "0.00301")
            .series("N4D Instance", "0.02911", "0.00331")
            .series("T2D AMD Instance", "0.027502", "0.003686")
            .series("T2A Arm Instance", "0.0218", "0.004175")
            .series("Compute optimized", "0.034002", "0.00455")
            .series("C2D AMD Instance", "0.029563", "0.003959")
            .series("C3 Instance", "0.03465", "0.003938")
            .series("C3D Instance", "0.029563", "0.003959")
            .series("C4 Instance", "0.03465", "0.003938")
            .series("C4A Arm Instance", "0.03086", "0.00351")
            .series("C4D Instance", "0.0327035", "0.003753348")
            .series("C4N Instance", "0.05544", "0.006301")
            .series("H3 Instance", "0.04411", "0.00296")
            .series("Memory-optimized Instance", "0.0348", "0.0051")
            .series("M3 Memory-optimized Instance", "0.0348", "0.0051")
            .series("M4 Instance", "0.0182784", "0.00457")
            .series("M4Ultramem224 Instance", "0.02567914", "0.006");
    // M2 costs 0.039324 and 0.005763: M1 and the premium
    String premium = "Memory Optimized Upgrade Premium for Memory-optimized Instance ";
    skus.part(premium + "Core running in Americas", "h", "0.004524")
        .part(premium + "Ram running in Americas", "GiBy.h", "0.000663")
        .part("Micro Instance with burstable CPU running in Americas", "h", "0.0076")
        .part("Small Instance with 1 VCPU running in Americas", "h", "0.0257")
        .part("SSD backed Local Storage", "GiBy.mo", "0.08")
        .part("C4 Instance Local SSD running in Americas", "GiBy.mo", "0.08")
        .part("C4A Instance Local SSD running in Americas", "GiBy.mo", "0.12")
        .part("C4D Instance Local SSD running in Americas", "GiBy.mo", "0.08");
    return custom(skus);
  }

  /** Extended memory costs more, and must not be taken for memory. */
  private static SkuText custom(SkuText skus) {
    Map.of(
            "Custom Instance", "0.03319155 0.004446",
            "N2 Custom Instance", "0.03319155 0.00444885",
            "N2D AMD Custom Instance", "0.0288771 0.0038703",
            "E2 Custom Instance", "0.0229021695 0.0030697065",
            "N4 Custom Instance", "0.0327495 0.003717")
        .forEach(
            (words, rates) -> {
              String[] both = rates.split(" ", -1);
              skus.series(words, nanos(both[0]), nanos(both[1]));
              String extended = words.replace("Instance", "Extended Instance");
              skus.part(extended + " Ram running in Americas", "GiBy.h", "0.00955");
            });
    return skus;
  }

  /** Google publishes nine decimals. */
  private static String nanos(String rate) {
    return new BigDecimal(rate).setScale(9, RoundingMode.HALF_UP).toPlainString();
  }

  private static String type(Offering offering) {
    InstanceType type = offering.type();
    boolean shared = type.isSharedCore();
    String architecture = type.architectures().contains(Architecture.ARM64) ? "ARM64" : "X86_64";
    int disks = disks(offering);
    return String.format(
        Locale.ROOT,
        """
        {"kind": "compute#machineType", "name": "%s", "guestCpus": %d, "memoryMb": %d,
         "isSharedCpu": %b, "architecture": "%s"%s%s}
        """,
        type.name(),
        (int) type.vcpus().value(),
        type.memory().wholeRoundedUp(),
        shared,
        architecture,
        ", \"description\": \""
            + type.vcpus()
            + " vCPUs"
            + (disks == 0 ? "" : ", " + disks + (disks == 1 ? " local SSD" : " local SSDs"))
            + "\"",
        type.is(Trait.ACCELERATOR)
            ? ", \"accelerators\": [{\"guestAcceleratorType\": \"nvidia-l4\","
                + " \"guestAcceleratorCount\": 1}]"
            : "");
  }

  /** What a type costs more than its cores and memory, in disks of 375 GiB. */
  private static int disks(Offering offering) {
    InstanceType type = offering.type();
    if (!type.is(Trait.LOCAL_DISK) || offering.price().isEmpty()) {
      return 0;
    }
    String plain = type.name().replace("-lssd", "");
    String disk = type.family().equals("c4a") ? "0.12" : "0.08";
    return BUNDLED
        .find(plain)
        .flatMap(Offering::price)
        .map(
            without ->
                offering
                    .price()
                    .orElseThrow()
                    .amount()
                    .subtract(without.amount())
                    .multiply(BigDecimal.valueOf(730))
                    .divide(
                        new BigDecimal(disk).multiply(BigDecimal.valueOf(375)),
                        0,
                        RoundingMode.HALF_UP)
                    .intValueExact())
        .orElse(1);
  }

  private static FetchedRegion fetch(LoopbackServer server, String region) {
    Optional<GceEndpoint> here = Optional.of(GceEndpoint.of("test", server.address().toString()));
    try (GceCatalogSource source =
        GceCatalogSource.open(
            "demo-a",
            new GceCatalogSource.Endpoints(here, here),
            GceCalls.hasty(2),
            () -> Instant.parse("2026-11-24T00:30:00Z"))) {
      return source.fetch(region);
    }
  }

  private static FetchedRegion fetch(Function<Request, Answer> answers) {
    try (LoopbackServer server = LoopbackServer.start(answers)) {
      return fetch(server, REGION);
    }
  }

  private static FetchedRegion fetch(List<Offering> offerings, SkuText skus) {
    List<String> types = offerings.stream().map(GceCatalogSourceTest::type).toList();
    return fetch(new GoogleAnswers(Map.of(REGION + "-a", types), skus.skus())::answer);
  }

  private static Offering bundled(String type) {
    return BUNDLED.find(type).orElseThrow();
  }

  private static Optional<String> price(FetchedRegion fetched, String type) {
    return fetched.catalog().find(type).orElseThrow().price().map(Object::toString);
  }

  /**
   * All types of a bundled region, in Google's own forms, come back as they are bundled, whatever
   * zone offers them; those that are not priced by SKUs come back without a price.
   */
  @Test
  void readsAWholeRegionAsItIsBundled() {
    long seed = 20_261_124L;
    List<Offering> all = new ArrayList<>(BUNDLED.offerings().values());
    Collections.shuffle(all, new Random(seed));
    List<String> types = all.stream().map(GceCatalogSourceTest::type).toList();
    Map<String, List<String>> zones =
        new TreeMap<>(
            Map.of(
                REGION + "-a",
                types.subList(0, 400),
                REGION + "-b",
                types.subList(200, all.size())));
    List<String> skus = new ArrayList<>(skus().skus());
    Collections.shuffle(skus, new Random(seed));
    FetchedRegion fetched = fetch(new GoogleAnswers(zones, skus)::answer);

    assertThat(fetched.catalog().offerings().keySet()).isEqualTo(BUNDLED.offerings().keySet());
    assertThat(fetched.catalog().priceDate()).isEqualTo(LocalDate.of(2026, 11, 24));
    List<Offering> priced =
        fetched.catalog().offerings().values().stream()
            .filter(offering -> offering.price().isPresent())
            .toList();
    assertThat(priced)
        .as("seed %s", seed)
        .hasSize(476)
        .allSatisfy(offering -> assertThat(offering).isEqualTo(bundled(offering.type().name())));
    Set<String> notPriced = Set.of("a2", "a3", "a4", "a4x", "g2", "g4", "h4d", "m4n", "x4", "z3");
    assertThat(fetched.catalog().offerings().values())
        .filteredOn(offering -> offering.price().isEmpty())
        .filteredOn(offering -> bundled(offering.type().name()).price().isPresent())
        .allSatisfy(offering -> assertThat(offering.type().family()).isIn(notPriced));
  }

  @Test
  void pricesCustomShapesByTheirOwnSkus() {
    FetchedRegion fetched =
        fetch(
            List.of(bundled("n1-standard-1"), bundled("n2-standard-4"), bundled("n4d-standard-2")),
            skus());

    assertThat(fetched.catalog().customShapes())
        .extracting(CustomShapes::series)
        .containsExactly("n1", "n2", "n4d");
    // 4 × 0.03319155 + 9 × 0.00444885 = 0.1327662 + 0.04003965
    assertThat(price(fetched, "n2-custom-4-9216")).contains("0.17280585 USD");
    // there is no SKU of custom N4D here
    assertThat(price(fetched, "n4d-custom-4-9216")).isEmpty();
  }

  @Test
  void saysWhyTypesHaveNoPrice() {
    Offering gpu = bundled("g2-standard-4");
    Offering z3 = bundled("z3-highmem-88");
    FetchedRegion fetched =
        fetch(
            List.of(gpu, z3, bundled("c4a-standard-4")),
            new SkuText().series("N1 Predefined Instance", "1", "1"));

    assertThat(fetched.priced()).isZero();
    assertThat(fetched.notices())
        .containsExactly(
            "c4a-standard-4, z3-highmem-88: without price, because a SKU of theirs is not known or"
                + " not sold",
            "g2-standard-4: without price, because accelerators are not priced");
  }

  @Test
  void doesNotPriceATypeWhoseLocalDisksAreNotCounted() {
    String type = type(bundled("c3-standard-4")).replace("c3-standard-4", "c3-standard-4-lssd");
    FetchedRegion fetched =
        fetch(new GoogleAnswers(Map.of(REGION + "-a", List.of(type)), skus().skus())::answer);

    assertThat(price(fetched, "c3-standard-4-lssd")).isEmpty();
    assertThat(fetched.notices())
        .containsExactly(
            "c3-standard-4-lssd: without price, because how many local disks they have is not said");
  }

  @Test
  void doesNotPriceASharedCoreThatIsNotKnown() {
    String type = type(bundled("e2-micro")).replace("e2-micro", "e2-nano");
    FetchedRegion fetched =
        fetch(new GoogleAnswers(Map.of(REGION + "-a", List.of(type)), skus().skus())::answer);

    assertThat(price(fetched, "e2-nano")).isEmpty();
    assertThat(fetched.notices().get(0)).startsWith("e2-nano: without price");
  }

  @Test
  void hasNoPriceWhereSkusDisagreeOrHaveTiers() {
    SkuText skus =
        new SkuText()
            .series("N2 Instance", "0.031611", "0.004237")
            .series("N2 Instance", "0.04", "0.004237")
            .series("E2 Instance", "0.02181159", "0.00292353");
    skus.raw(
            "N4 Instance Core running in Americas",
            "OnDemand",
            "h",
            "\"us-central1\"",
            "{\"unitPrice\": "
                + SkuText.money("0.03", "USD")
                + "}, {\"startUsageAmount\": 100, \"unitPrice\": "
                + SkuText.money("0.02", "USD")
                + "}")
        .part("N4 Instance Ram running in Americas", "GiBy.h", "0.004");
    FetchedRegion fetched =
        fetch(
            List.of(bundled("n2-standard-4"), bundled("n4-standard-4"), bundled("e2-standard-4")),
            skus);

    assertThat(price(fetched, "n2-standard-4")).isEmpty();
    assertThat(price(fetched, "n4-standard-4")).isEmpty();
    assertThat(price(fetched, "e2-standard-4")).contains("0.13402284 USD");
  }

  @Test
  void takesAFreeFirstTierForWhatItIs() {
    SkuText skus =
        new SkuText()
            .raw(
                "Micro Instance with burstable CPU running in Americas",
                "OnDemand",
                "h",
                "\"us-central1\"",
                "{\"unitPrice\": "
                    + SkuText.money("0", "USD")
                    + "}, {\"startUsageAmount\": 744, \"unitPrice\": "
                    + SkuText.money("0.0076", "USD")
                    + "}");
    assertThat(price(fetch(List.of(bundled("f1-micro")), skus), "f1-micro")).contains("0.0076 USD");
  }

  @Test
  void takesNothingThatIsSoldInAnotherRegionOrCurrency() {
    SkuText skus = new SkuText().series("N2 Instance", "0.031611", "0.004237");
    String rate = "{\"unitPrice\": " + SkuText.money("0.02", "EUR") + "}";
    skus.raw("E2 Instance Core running in Americas", "OnDemand", "h", "\"us-central1\"", rate)
        .raw("E2 Instance Ram running in Americas", "OnDemand", "GiBy.h", "\"us-central1\"", rate);
    String usd = "{\"unitPrice\": " + SkuText.money("0.02", "USD") + "}";
    skus.raw("N4 Instance Core running in Belgium", "OnDemand", "h", "\"europe-west1\"", usd)
        .raw("N4 Instance Ram running in Belgium", "OnDemand", "GiBy.h", "\"europe-west1\"", usd);
    FetchedRegion fetched =
        fetch(List.of(bundled("e2-standard-4"), bundled("n4-standard-4")), skus);

    assertThat(fetched.priced()).isZero();
  }

  @Test
  void namesARegionThatIsNotKnown() {
    try (LoopbackServer server =
        LoopbackServer.start(new GoogleAnswers(Map.of(), List.of())::answer)) {
      assertThatThrownBy(() -> fetch(server, "us-west99"))
          .isInstanceOfSatisfying(
              CloudException.class,
              failure -> assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND))
          .hasMessage(
              "Cannot list the machine types of gce us-west99: nothing is at"
                  + " /compute/v1/projects/demo-a/regions/us-west99; check the id of the project");
    }
  }

  @Test
  void namesTheRoleThatIsMissing() {
    assertThatThrownBy(() -> fetch(request -> GoogleAnswers.error(403, "forbidden", "no")))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.DENIED))
        .hasMessageEndingWith("grant roles/compute.viewer in the project");
  }

  @Test
  void refusesPricesThatBreakOffOrAreNotThere() {
    GoogleAnswers google =
        new GoogleAnswers(
            Map.of(REGION + "-a", List.of(type(bundled("e2-standard-4")))), skus().skus());
    assertThatThrownBy(() -> fetch(onlyPrices(google, Answer::half)))
        .isInstanceOf(CloudException.class)
        .hasMessageStartingWith("Cannot read the prices of gce: ");
    assertThatThrownBy(
            () ->
                fetch(onlyPrices(google, answer -> GoogleAnswers.error(500, "backendError", "no"))))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE));
    assertThatThrownBy(
            () -> fetch(onlyPrices(google, answer -> Answer.of(200, "application/json", "{}"))))
        .isInstanceOf(CloudException.class)
        .hasMessageContaining("the list has no SKU of a machine type");
  }

  private static Function<Request, Answer> onlyPrices(
      GoogleAnswers google, Function<Answer, Answer> change) {
    return request ->
        request.target().startsWith("/v1/services/")
            ? change.apply(google.answer(request))
            : google.answer(request);
  }
}
