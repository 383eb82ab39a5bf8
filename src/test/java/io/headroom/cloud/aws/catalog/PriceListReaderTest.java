package io.headroom.cloud.aws.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.headroom.model.unit.HourlyPrice;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PriceListReaderTest {

  private static final Currency USD = Currency.getInstance("USD");

  private static PriceList read(String text) throws IOException {
    return PriceListReader.read(new StringReader(text), OfferFileText.REGION);
  }

  private static HourlyPrice usd(String amount) {
    return new HourlyPrice(new BigDecimal(amount), USD);
  }

  @Test
  void takesThePriceOfLinuxOnDemandOnSharedHardwareAlone() throws IOException {
    PriceList list =
        read(
            new OfferFileText()
                .otherRows("m5.large")
                .row("m5.large", "0.1070000000")
                .otherRows("m5.large")
                .text());

    assertThat(list.price("m5.large")).contains(usd("0.107"));
    assertThat(list.prices()).hasSize(1);
    assertThat(list.published()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(list.currency()).isEqualTo(USD);
  }

  @Test
  void takesTheSharedPriceOfAWholeServer() throws IOException {
    PriceList list =
        read(
            new OfferFileText()
                .row(
                    "m5.metal",
                    "5.6500000000",
                    "Product Family",
                    "Compute Instance (bare metal)",
                    "Tenancy",
                    "Dedicated")
                .row("m5.metal", "5.1360000000", "Product Family", "Compute Instance (bare metal)")
                .text());

    assertThat(list.price("m5.metal")).contains(usd("5.136"));
  }

  @Test
  void hasNoPriceWhereTheListHasNoneOrZero() throws IOException {
    PriceList list =
        read(
            new OfferFileText()
                .row("m5.large", "0.107")
                .otherRows("m9.large")
                .row("m8.large", "0.0000000000")
                .text());

    assertThat(list.price("m9.large")).isEmpty();
    assertThat(list.price("m8.large")).isEmpty();
    assertThat(list.ambiguous()).isEmpty();
  }

  @Test
  void hasNoPriceWhereTheListHasSeveral() throws IOException {
    PriceList list =
        read(
            new OfferFileText()
                .row("m5.large", "0.107")
                .row("m5.large", "0.1070000000")
                .row("c5.large", "0.096")
                .row("c5.large", "0.098")
                .text());

    assertThat(list.price("m5.large")).contains(usd("0.107"));
    assertThat(list.price("c5.large")).isEmpty();
    assertThat(list.ambiguous()).containsExactly("c5.large");
  }

  @Test
  void knowsPreviousGenerationsWithoutAPriceToo() throws IOException {
    PriceList list =
        read(
            new OfferFileText()
                .row("m5.large", "0.107")
                .row("m1.small", "0.047", "Current Generation", "No")
                .otherRows("cc2.8xlarge", "Current Generation", "No")
                .text());

    assertThat(list.previousGeneration()).containsExactly("cc2.8xlarge", "m1.small");
  }

  static Stream<Arguments> wrongFiles() {
    String whole = new OfferFileText().row("m5.large", "0.107").text();
    return Stream.of(
        arguments("", "it has no line of titles that begins with SKU"),
        arguments("<html>\n<body>\nBlocked\n", "it has no line of titles that begins with SKU"),
        arguments("a\n".repeat(30), "it has no line of titles that begins with SKU"),
        arguments(
            whole.replace("CapacityStatus", "Status"), "the column CapacityStatus is missing"),
        arguments(
            whole.substring(0, whole.indexOf("\"NA\"")),
            "line 7 has 25 fields; expected 26, as titled"),
        arguments(whole.substring(0, whole.length() - 4), "it is no CSV file: "),
        arguments(
            whole.replace("2026-11-20T22:53:08Z", "today"), "its publication date is \"today\""),
        arguments(
            whole.replace("Publication Date", "Date"), "it does not say when it was published"),
        arguments(whole.replace("0.107", "free"), "line 7 has the price \"free\""),
        arguments(whole.replace("0.107", "-0.107"), "line 7 has the price \"-0.107\""),
        arguments(whole.replace("\"USD\"", "\"Dollar\""), "line 7 has the currency \"Dollar\""),
        arguments(
            new OfferFileText()
                .row("m5.large", "0.107")
                .row("m5.xlarge", "1.5", "Currency", "CNY")
                .text(),
            "line 8 is in CNY, lines before in USD"),
        arguments(
            new OfferFileText().otherRows("m5.large").text(),
            "it has no price for Linux on demand in eu-west-1"));
  }

  @ParameterizedTest
  @MethodSource("wrongFiles")
  void refusesAFileThatIsNotAsDocumented(String text, String reason) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(PriceListException.class)
        .hasMessageStartingWith(reason);
  }
}
