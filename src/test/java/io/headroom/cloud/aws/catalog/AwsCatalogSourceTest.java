package io.headroom.cloud.aws.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.catalog.Catalogs;
import io.headroom.catalog.refresh.FetchedRegion;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.Trait;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Provider;
import io.headroom.testing.LoopbackServer;
import io.headroom.testing.LoopbackServer.Answer;
import io.headroom.testing.LoopbackServer.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class AwsCatalogSourceTest {

  private static final String OFFERS =
      "/offers/v1.0/aws/AmazonEC2/current/" + OfferFileText.REGION + "/index.csv";
  private static final RegionCatalog BUNDLED =
      Catalogs.bundled().region(Provider.AWS, OfferFileText.REGION);

  private static List<InstanceType> types(String... names) {
    return List.of(names).stream().map(name -> BUNDLED.find(name).orElseThrow().type()).toList();
  }

  private static Ec2Answers ec2(List<InstanceType> types) {
    return new Ec2Answers(types, types.stream().map(InstanceType::name).toList());
  }

  private static Function<Request, Answer> aws(Ec2Answers ec2, Answer offers) {
    return request -> {
      if (request.method().equals("POST") && request.target().equals("/")) {
        return ec2.answer(request.body());
      }
      return request.method().equals("GET") && request.target().equals(OFFERS)
          ? offers
          : Answer.of(403, "text/xml", "<Error><Code>AccessDenied</Code></Error>");
    };
  }

  private static Answer csv(OfferFileText offers) {
    return Answer.of(200, "text/csv", offers.text());
  }

  private static FetchedRegion fetch(LoopbackServer server, String region) {
    try (AwsCatalogSource source =
        AwsCatalogSource.open(
            server.address(),
            builder ->
                builder
                    .endpointOverride(server.address())
                    .credentialsProvider(
                        StaticCredentialsProvider.create(
                            AwsBasicCredentials.create("test", "test"))))) {
      return source.fetch(region);
    }
  }

  private static FetchedRegion fetch(Ec2Answers ec2, Answer offers) {
    try (LoopbackServer server = LoopbackServer.start(aws(ec2, offers))) {
      return fetch(server, OfferFileText.REGION);
    }
  }

  /**
   * All types of a bundled region, in EC2's and the price list's own forms, come back as they are
   * bundled: sizes, instruction sets, traits, limits, credits and prices to the last digit.
   */
  @Test
  void readsAWholeRegionAsItIsBundled() {
    long seed = 20_261_124L;
    List<Offering> all = new ArrayList<>(BUNDLED.offerings().values());
    Collections.shuffle(all, new Random(seed));
    OfferFileText offers = new OfferFileText();
    for (Offering offering : all) {
      InstanceType type = offering.type();
      String current = type.is(Trait.PREVIOUS_GENERATION) ? "No" : "Yes";
      String family =
          type.is(Trait.BARE_METAL) ? "Compute Instance (bare metal)" : "Compute Instance";
      offers.otherRows(type.name(), "Current Generation", current);
      offering
          .price()
          .ifPresent(
              price ->
                  offers.row(
                      type.name(),
                      price.amount().setScale(10).toPlainString(),
                      "Product Family",
                      family,
                      "Current Generation",
                      current));
    }
    FetchedRegion fetched = fetch(ec2(all.stream().map(Offering::type).toList()), csv(offers));

    assertThat(fetched.notices()).isEmpty();
    assertThat(fetched.catalog().offerings()).as("seed %s", seed).isEqualTo(BUNDLED.offerings());
    assertThat(fetched.catalog().priceDate()).isEqualTo("2026-11-20");
    assertThat(fetched.currency().getCurrencyCode()).isEqualTo("USD");
  }

  @Test
  void leavesATypeWithoutPriceThatTheListDoesNotHave() {
    FetchedRegion fetched =
        fetch(
            ec2(types("m5.large", "m5.xlarge")),
            csv(new OfferFileText().row("m5.large", "0.107").otherRows("m5.xlarge")));

    assertThat(fetched.catalog().find("m5.large").orElseThrow().price().orElseThrow())
        .hasToString("0.107 USD");
    assertThat(fetched.catalog().find("m5.xlarge").orElseThrow().price()).isEmpty();
    assertThat(fetched.priced()).isEqualTo(1);
  }

  @Test
  void readsAPriceListThatIsSentPacked() {
    FetchedRegion fetched =
        fetch(ec2(types("m5.large")), csv(new OfferFileText().row("m5.large", "0.107")).gzipped());
    assertThat(fetched.priced()).isEqualTo(1);
  }

  @Test
  void saysWhichTypesHaveSeveralPrices() {
    FetchedRegion fetched =
        fetch(
            ec2(types("m5.large", "m5.xlarge")),
            csv(
                new OfferFileText()
                    .row("m5.large", "0.107")
                    .row("m5.xlarge", "0.2")
                    .row("m5.xlarge", "0.3")));

    assertThat(fetched.notices())
        .containsExactly("m5.xlarge: without price, because the price list has several");
  }

  @Test
  void takesOnlyWhatIsOfferedInTheRegion() {
    Ec2Answers ec2 = new Ec2Answers(types("m5.large", "m5.xlarge"), List.of("m5.large"));
    FetchedRegion fetched =
        fetch(ec2, csv(new OfferFileText().row("m5.large", "0.107").row("m5.xlarge", "0.214")));

    assertThat(fetched.catalog().offerings()).containsOnlyKeys("m5.large");
  }

  /** A type that bursts and whose credits are not known would look as if it always ran in full. */
  @Test
  void doesNotPriceABurstableTypeWhoseCreditsAreNotKnown() {
    InstanceType known = BUNDLED.find("t3.large").orElseThrow().type();
    InstanceType future =
        new InstanceType(
            known.provider(),
            "t9.large",
            "t9",
            9,
            known.vcpus(),
            known.memory(),
            known.architectures(),
            known.traits(),
            known.burst(),
            known.limits());
    FetchedRegion fetched =
        fetch(ec2(List.of(future)), csv(new OfferFileText().row("t9.large", "0.09")));

    assertThat(fetched.catalog().find("t9.large").orElseThrow().price()).isEmpty();
    assertThat(fetched.notices())
        .containsExactly("t9.large: without price, because their CPU credits are not known");
  }

  @Test
  void asksInFewPages() {
    List<InstanceType> all =
        BUNDLED.offerings().values().stream().map(Offering::type).limit(250).toList();
    try (LoopbackServer server =
        LoopbackServer.start(aws(ec2(all), csv(new OfferFileText().row("m5.large", "0.107"))))) {
      fetch(server, OfferFileText.REGION);
      // 250 types: one page of 1000 offerings, three pages of 100 types, one price list
      assertThat(server.requests()).hasSize(5);
    }
  }

  @Test
  void refusesAPriceListThatWasCutOffBetweenTwoRows() {
    Answer cut = csv(new OfferFileText().row("m5.large", "0.107")).cutOff();
    assertThatThrownBy(() -> fetch(ec2(types("m5.large")), cut))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE))
        .hasMessageStartingWith("Cannot read the price list of aws eu-west-1: http://127.0.0.1:")
        .hasMessageContaining("broke off: it ended after ")
        .hasMessageEndingWith("; try again");
  }

  @Test
  void namesARegionWithoutPriceList() {
    try (LoopbackServer server =
        LoopbackServer.start(aws(ec2(types("m5.large")), csv(new OfferFileText())))) {
      assertThatThrownBy(() -> fetch(server, "us-west-9"))
          .isInstanceOfSatisfying(
              CloudException.class,
              failure -> assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND))
          .hasMessage(
              "Cannot read the price list of aws us-west-9: "
                  + server.address()
                  + "/offers/v1.0/aws/AmazonEC2/current/us-west-9/index.csv answered HTTP 403;"
                  + " check the name of the region, and that a proxy lets it through");
    }
  }

  @Test
  void saysThatThePriceListIsNotThereNow() {
    assertThatThrownBy(() -> fetch(ec2(types("m5.large")), Answer.of(500, "text/plain", "later")))
        .isInstanceOf(CloudException.class)
        .hasMessageEndingWith("/index.csv answered HTTP 500; try again later");
  }

  @Test
  void namesThePermissionThatIsMissing() {
    try (LoopbackServer server =
        LoopbackServer.start(request -> Ec2Answers.refusal("UnauthorizedOperation"))) {
      assertThatThrownBy(() -> fetch(server, OfferFileText.REGION))
          .isInstanceOfSatisfying(
              CloudException.class,
              failure -> assertThat(failure.kind()).isEqualTo(FailureKind.DENIED))
          .hasMessage(
              "Cannot call DescribeInstanceTypeOfferings of aws default eu-west-1:"
                  + " UnauthorizedOperation, no; allow ec2:DescribeInstanceTypeOfferings to"
                  + " whoever collects");
    }
  }

  @Test
  void refusesARegionThatOffersNothing() {
    assertThatThrownBy(() -> fetch(ec2(List.of()), csv(new OfferFileText())))
        .isInstanceOf(CloudException.class)
        .hasMessage(
            "Cannot list the instance types of aws eu-west-1: EC2 offers none there; check the"
                + " name of the region");
  }
}
