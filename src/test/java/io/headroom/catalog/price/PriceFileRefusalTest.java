package io.headroom.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headroom.catalog.Catalogs;
import io.headroom.document.DocumentException;
import io.headroom.document.DocumentProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileRefusalTest {

  private static final String HEAD = "api_version: headroom/v1\nkind: PriceFile\ncurrency: USD\n";

  private static List<String> problemsOf(String text) {
    DocumentException refused =
        catchThrowableOfType(
            DocumentException.class,
            () -> Catalogs.bundled().withPrices(PriceFile.parse("p.yaml", text)));
    assertThat(refused).as("refusal of %s", text).isNotNull();
    return refused.problems().stream().map(DocumentProblem::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "instance_type: m5.large, hourly: 010 | 73: Invalid prices[0].hourly: 010; expected a decimal number such as 0.5 or 10, or text in quotes",
        "instance_type: m5.large, hourly: NO | 73: Invalid prices[0].hourly: NO; expected true or false, or text in quotes",
        "instance_type: m5.large, hourly: 1_0 | 73: Invalid prices[0].hourly: 1_0; expected a decimal number such as 0.5 or 10, or text in quotes",
        "instance_type: m5.large, hourly: '010' | 73: Invalid prices[0].hourly: \"010\"; expected an amount of 0 or more, such as \"0.0864\"",
        "instance_type: m5.large, hourly: '0,07' | 73: Invalid prices[0].hourly: \"0,07\"; expected an amount of 0 or more, such as \"0.0864\"",
        "instance_type: m5.large, hourly: '1e9' | 73: Invalid prices[0].hourly: \"1e9\"; expected an amount of 0 or more, such as \"0.0864\"",
        "instance_type: m5.large, hourly: -1 | 73: Invalid prices[0].hourly: -1; expected an amount of 0 or more, such as \"0.0864\"",
        "instance_type: m5.large, hourly: 1e12 | 73: Invalid prices[0].hourly: 1e12; expected an amount of 0 or more, such as \"0.0864\"",
        "instance_type: m5.large, hourly: true | 73: Invalid prices[0].hourly: true; expected an amount of 0 or more, such as \"0.0864\"",
        "instance_type: m5.large, hourly: | 72: Invalid prices[0].hourly: nothing; expected an amount of 0 or more, such as \"0.0864\"",
        "instance_type: m5.large, hourly: 1, hourly: 2 | 76: Duplicate prices[0].hourly; it stands in line 5 already",
        "instance_type: m5.large, hourly: &x 1 | 73: Invalid prices[0].hourly: the anchor &x is refused; write the value out",
        "instance_type: m5.large, hourly: *x | 73: Invalid prices[0].hourly: the alias *x is refused; write the value out",
        "instance_type: m5.large, hourly: !!str 1 | 73: Invalid prices[0].hourly: the tag tag:yaml.org,2002:str is refused; leave it out",
        "instance_type: m5.large, hourly_price: 1 | 65: Unknown key prices[0].hourly_price; expected one of provider, region, platform, instance_type, family, hourly, vcpu_hourly, gib_hourly, discount, surplus_vcpu_hourly",
        "family: m5, discount: 28 | 62: Invalid prices[0].discount: 28; expected a percentage from 0% to 100%, such as 28%",
        "family: m5, discount: 101% | 62: Invalid prices[0].discount: \"101%\"; expected a percentage from 0% to 100%, such as 28%",
        "platform: beos, instance_type: m5.large, hourly: 1 | 50: Invalid prices[0].platform: \"beos\"; expected one of linux, windows, rhel, suse, other",
        "instance_type: m5.lage, hourly: 1 | 55: Invalid prices[0].instance_type: \"m5.lage\" is not in the catalog of us-east-1; near it are m5.large, c5.large, m1.large",
        "instance_type: qqqq, hourly: 1 | 55: Invalid prices[0].instance_type: \"qqqq\" is not in the catalog of us-east-1; headroom catalog list shows what is",
        "family: m66, discount: 5% | 48: Invalid prices[0].family: \"m66\" is not in the catalog of us-east-1; near it are m6a, m6g, m6i",
        "platform: windows, family: m5, discount: 5% | 81: Invalid prices[0].discount: \"5%\"; expected prices instead: there are no list prices for windows",
        "instance_type: mac2.metal, discount: 5% | 77: Invalid prices[0].discount: \"5%\"; expected prices instead: there is no list price for mac2.metal",
        "platform: other, instance_type: t3.large, hourly: 1 | 5: Invalid prices[0]: surplus_vcpu_hourly is missing; expected what a vCPU-hour of surplus credits of t3.large costs in USD",
      })
  void saysWhereAnEntryIsWrongAndWhatIsAccepted(String fields, String problem) {
    String text = HEAD + "prices:\n  - {provider: aws, region: us-east-1, " + fields + "}\n";
    assertThat(problemsOf(text)).contains("p.yaml:5:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "instance_type: m5.large",
        "hourly: 1",
        "family: m5, hourly: 1",
        "vcpu_hourly: 1, gib_hourly: 1",
        "family: m5, vcpu_hourly: 1",
        "instance_type: m5.large, hourly: 1, discount: 5%",
        "instance_type: m5.large, family: m5, discount: 5%",
        "family: m5, vcpu_hourly: 1, gib_hourly: 1, hourly: 1",
      })
  void refusesEntriesThatSayTooMuchOrTooLittle(String fields) {
    String text = HEAD + "prices:\n  - {provider: aws, region: us-east-1, " + fields + "}\n";
    assertThat(problemsOf(text))
        .containsExactly(
            "p.yaml:5:5: Invalid prices[0]: a mapping; expected one of: instance_type with hourly;"
                + " family with vcpu_hourly and gib_hourly; discount, for an instance_type, a family"
                + " or the whole region");
  }

  @Test
  void refusesAFileThatIsNone() {
    assertThat(problemsOf("kind: Policy\nprices: []"))
        .containsExactly(
            "p.yaml:1:1: Invalid the document: api_version is missing; expected headroom/v1",
            "p.yaml:1:1: Invalid the document: currency is missing; expected a currency code such as"
                + " USD",
            "p.yaml:1:7: Invalid kind: \"Policy\"; expected PriceFile",
            "p.yaml:2:9: Invalid prices: an empty list; expected a list of prices");
    assertThat(
            problemsOf(
                HEAD.replace("USD", "XQQ")
                    + "prices: [{provider: aws, region: us-east-1, discount: 5%}]"))
        .containsExactly(
            "p.yaml:3:11: Invalid currency: \"XQQ\"; expected a currency code of ISO 4217");
  }

  @Test
  void refusesTwoPricesForTheSame() {
    String entry = "- {provider: aws, region: us-east-1, family: m5, discount: 5%}\n";
    assertThat(problemsOf(HEAD + "prices:\n" + entry + entry.replace("5%", "6%")))
        .containsExactly(
            "p.yaml:6:3: Duplicate prices[1]; prices[0] in line 5 has a price for the same");
  }

  @Test
  void refusesUnknownRegionsWithTheKnownOnes() {
    assertThat(problemsOf(HEAD + "prices:\n- {provider: aws, region: us-esat-1, discount: 5%}"))
        .containsExactly(
            "p.yaml:5:27: Invalid prices[0].region: \"us-esat-1\"; expected one of ap-south-1,"
                + " eu-central-1, eu-west-1, us-east-1");
    assertThat(
            problemsOf(
                HEAD
                    + "regions:\n"
                    + "- {provider: aws, region: us-east-1, types_from: us-east-9}\n"
                    + "prices:\n"
                    + "- {provider: aws, region: us-east-1, discount: 5%}"))
        .containsExactly(
            "p.yaml:5:27: Invalid regions[0].region: \"us-east-1\"; expected a region that is not in"
                + " the catalog: this one has types of its own",
            "p.yaml:5:50: Invalid regions[0].types_from: \"us-east-9\"; expected one of ap-south-1,"
                + " eu-central-1, eu-west-1, us-east-1");
  }

  @Test
  void refusesADiscountWithoutAListPriceInTheSameCurrency() {
    assertThat(
            problemsOf(
                HEAD.replace("USD", "EUR")
                    + "prices:\n- {provider: aws, region: eu-west-1, family: m5, discount: 5%}"))
        .containsExactly(
            "p.yaml:5:60: Invalid prices[0].discount: \"5%\"; expected prices instead: list prices"
                + " are in USD, not EUR");
    assertThat(
            problemsOf(
                HEAD
                    + "regions: [{provider: aws, region: us-west-9, types_from: us-east-1}]\n"
                    + "prices: [{provider: aws, region: us-west-9, discount: 5%}]"))
        .containsExactly(
            "p.yaml:5:55: Invalid prices[0].discount: \"5%\"; expected prices instead: there are no"
                + " list prices for us-west-9");
  }

  @Test
  void refusesABurstableTypeWhoseSurplusHasNoPriceInTheCurrency() {
    assertThat(
            problemsOf(
                HEAD.replace("USD", "EUR")
                    + "prices:\n- {provider: aws, region: eu-west-1, instance_type: t3.large, hourly: 1}"))
        .containsExactly(
            "p.yaml:5:3: Invalid prices[0]: surplus_vcpu_hourly is missing; expected what a vCPU-hour"
                + " of surplus credits of t3.large costs in EUR");
  }

  @Test
  void refusesCustomShapesByNameAndSurplusOnGce() {
    assertThat(
            problemsOf(
                HEAD
                    + "prices:\n"
                    + "- {provider: gce, region: us-central1, instance_type: n2-custom-4-9216, hourly: 1}\n"
                    + "- {provider: gce, region: us-central1, family: n2, discount: 1%, surplus_vcpu_hourly: 1}"))
        .containsExactly(
            "p.yaml:5:55: Invalid prices[0].instance_type: \"n2-custom-4-9216\"; expected a"
                + " predefined type: custom shapes are priced by family, with vcpu_hourly and"
                + " gib_hourly",
            "p.yaml:6:87: Invalid prices[1].surplus_vcpu_hourly: 1; expected it for aws only: nobody"
                + " else sells surplus credits");
  }
}
