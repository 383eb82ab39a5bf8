package io.headroom.catalog.price;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.document.DocumentProblem;
import io.headroom.document.DocumentSchema;
import io.headroom.document.MappingNode;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a price file of a document that the schema accepts. */
final class PriceFileReader {

  private static final DocumentSchema SCHEMA =
      DocumentSchema.ofResource("schema/price-file.schema.json");
  private static final BigDecimal PERCENT = new BigDecimal("0.01");

  private PriceFileReader() {}

  static PriceFile read(DocumentNode document) {
    MappingNode root = SCHEMA.require(document).asMapping();
    Currency currency =
        root.get("currency").asScalar().as("a currency code of ISO 4217", Currency::getInstance);
    List<PriceEntry> entries =
        root.get("prices").asList().entries().stream()
            .map(node -> entry(node.asMapping()))
            .toList();
    refuseDuplicates(entries);
    return new PriceFile(root.place().file(), currency, declared(root), entries);
  }

  private static List<DeclaredRegion> declared(MappingNode root) {
    return root.find("regions").stream()
        .flatMap(regions -> regions.asList().entries().stream())
        .map(DocumentNode::asMapping)
        .map(
            node ->
                new DeclaredRegion(
                    provider(node), node.text("region"), node.text("types_from"), node))
        .toList();
  }

  private static Provider provider(MappingNode node) {
    return Provider.ofId(node.text("provider")).orElseThrow();
  }

  private static PriceEntry entry(MappingNode node) {
    return new PriceEntry(
        provider(node),
        node.text("region"),
        text(node, "platform").flatMap(Platform::ofId).orElse(Platform.LINUX),
        new Scope(text(node, "instance_type"), text(node, "family")),
        price(node),
        amount(node, "surplus_vcpu_hourly"),
        node);
  }

  /** The schema has made sure that one of the three forms is there. */
  private static OwnPrice price(MappingNode node) {
    Optional<OwnPrice> hourly = amount(node, "hourly").map(OwnPrice.Hourly::new);
    Optional<OwnPrice> resources =
        amount(node, "vcpu_hourly")
            .flatMap(
                vcpu -> amount(node, "gib_hourly").map(gib -> new OwnPrice.Resources(vcpu, gib)));
    return hourly.or(() -> resources).orElseGet(() -> discount(node.text("discount")));
  }

  private static OwnPrice discount(String percentage) {
    BigDecimal percent = new BigDecimal(percentage.substring(0, percentage.length() - 1));
    return new OwnPrice.Discount(BigDecimal.ONE.subtract(percent.multiply(PERCENT)));
  }

  private static Optional<String> text(MappingNode node, String key) {
    return node.find(key).map(value -> value.asScalar().text());
  }

  private static Optional<BigDecimal> amount(MappingNode node, String key) {
    return node.read(key, "an amount such as \"0.0864\"", BigDecimal::new);
  }

  private static void refuseDuplicates(List<PriceEntry> entries) {
    Map<String, PriceEntry> known = new HashMap<>();
    List<DocumentProblem> problems = new ArrayList<>();
    for (PriceEntry entry : entries) {
      PriceEntry first = known.putIfAbsent(entry.target(), entry);
      if (first != null) {
        problems.add(
            entry
                .source()
                .problem(
                    "Duplicate "
                        + entry.source().place().subject()
                        + "; "
                        + first.source().place().subject()
                        + " in line "
                        + first.source().place().line()
                        + " has a price for the same"));
      }
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
  }
}
