package io.headroom.catalog.price;

import io.headroom.document.DocumentNode;
import io.headroom.document.DocumentProblem;
import io.headroom.document.Excerpt;
import io.headroom.document.NearestNames;
import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks one entry of a price file against the region it is about: an entry that would change
 * nothing is a mistake.
 */
final class EntryCheck {

  private static final int NAMES_SHOWN = 3;

  private final PriceEntry entry;
  private final Currency currency;
  private final RegionCatalog list;

  EntryCheck(PriceEntry entry, Currency currency, RegionCatalog list) {
    this.entry = entry;
    this.currency = currency;
    this.list = list;
  }

  /** Returns what is wrong with it. */
  List<DocumentProblem> problems() {
    return Stream.of(unknownType(), unknownFamily(), needlessSurplus(), missingSurplus(), noBase())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<DocumentProblem> unknownType() {
    return entry
        .scope()
        .instanceType()
        .filter(type -> !list.offerings().containsKey(type))
        .map(
            type ->
                list.find(type).isPresent()
                    ? node("instance_type")
                        .unexpected(
                            "a predefined type: custom shapes are priced by family, with"
                                + " vcpu_hourly and gib_hourly")
                    : unknown(node("instance_type"), list.offerings().keySet()));
  }

  private Optional<DocumentProblem> unknownFamily() {
    return entry
        .scope()
        .family()
        .filter(family -> families().noneMatch(family::equals))
        .map(family -> unknown(node("family"), families().distinct().toList()));
  }

  private Stream<String> families() {
    return Stream.concat(
        types().map(InstanceType::family), list.customShapes().stream().map(CustomShapes::series));
  }

  private DocumentProblem unknown(DocumentNode node, Collection<String> known) {
    String name = node.asScalar().text();
    List<String> nearest = NearestNames.of(name, known, NAMES_SHOWN);
    return node.problem(
        "Invalid "
            + node.place().subject()
            + ": "
            + Excerpt.quoted(name)
            + " is not in the catalog of "
            + entry.region()
            + (nearest.isEmpty()
                ? "; headroom catalog list shows what is"
                : "; near it are " + String.join(", ", nearest)));
  }

  private Optional<DocumentProblem> needlessSurplus() {
    return entry
        .surplus()
        .filter(surplus -> entry.provider() != Provider.AWS)
        .map(
            surplus ->
                node("surplus_vcpu_hourly")
                    .unexpected("it for aws only: nobody else sells surplus credits"));
  }

  private Optional<DocumentProblem> missingSurplus() {
    SurplusPrices surplus = new SurplusPrices(entry.platform(), currency);
    return types()
        .filter(type -> entry.scope().covers(type))
        .filter(type -> surplus.applied(type, entry).isEmpty())
        .findFirst()
        .map(
            type ->
                entry
                    .source()
                    .problem(
                        "Invalid "
                            + entry.source().place().subject()
                            + ": surplus_vcpu_hourly is missing; expected what a vCPU-hour of"
                            + " surplus credits of "
                            + type.name()
                            + " costs in "
                            + currency.getCurrencyCode()));
  }

  /** List prices are for Linux, and nobody guesses a rate of exchange. */
  private Optional<DocumentProblem> noBase() {
    boolean discount = entry.price().match(hourly -> false, resources -> false, percentage -> true);
    return discount
        ? whyNoBase().map(why -> node("discount").unexpected("prices instead: " + why))
        : Optional.empty();
  }

  private Optional<String> whyNoBase() {
    Optional<Currency> listed = ListCurrency.of(list);
    if (entry.platform() != Platform.LINUX) {
      return Optional.of("there are no list prices for " + entry.platform().id());
    }
    if (listed.isEmpty()) {
      return Optional.of("there are no list prices for " + entry.region());
    }
    if (!listed.get().equals(currency)) {
      return Optional.of("list prices are in " + listed.get() + ", not " + currency);
    }
    return entry
        .scope()
        .instanceType()
        .flatMap(type -> Optional.ofNullable(list.offerings().get(type)))
        .filter(offering -> offering.price().isEmpty())
        .map(offering -> "there is no list price for " + offering.type().name());
  }

  private Stream<InstanceType> types() {
    return list.offerings().values().stream().map(Offering::type);
  }

  private DocumentNode node(String key) {
    return entry.source().get(key);
  }
}
