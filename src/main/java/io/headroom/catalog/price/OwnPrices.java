package io.headroom.catalog.price;

import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.ResourcePrices;
import io.headroom.model.catalog.SustainedUse;
import io.headroom.model.machine.Platform;
import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.VCpus;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The prices of one region for one platform, with what a price file says of them. */
final class OwnPrices {

  private final RegionCatalog list;
  private final Currency currency;
  private final String source;
  private final Map<Scope, PriceEntry> entries;
  private final boolean listPricesHold;
  private final SurplusPrices surplus;

  OwnPrices(PriceFile file, RegionCatalog list, Platform platform) {
    List<PriceEntry> ofRegion =
        file.entries().stream()
            .filter(entry -> entry.isOf(list.provider(), list.region()))
            .toList();
    boolean mixed =
        !ofRegion.isEmpty()
            && ListCurrency.of(list).filter(listed -> !listed.equals(file.currency())).isPresent();
    this.list = list;
    this.currency = file.currency();
    this.source = list.source() + "; own prices: " + file.name();
    this.entries =
        ofRegion.stream()
            .filter(entry -> entry.platform() == platform)
            .collect(Collectors.toUnmodifiableMap(PriceEntry::scope, Function.identity()));
    this.listPricesHold = platform == Platform.LINUX && !mixed;
    this.surplus = new SurplusPrices(platform, file.currency());
  }

  /** Returns the region with these prices. */
  RegionCatalog applied() {
    if (listPricesHold && entries.isEmpty()) {
      return list;
    }
    return RegionCatalog.of(
        list.provider(),
        list.region(),
        list.priceDate(),
        entries.isEmpty() ? list.source() : source,
        list.offerings().values().stream().map(this::offering).toList(),
        list.customShapes().stream().map(this::shapes).toList());
  }

  private Offering offering(Offering listed) {
    Optional<PriceEntry> entry =
        Optional.ofNullable(entries.get(Scope.ofType(listed.type().name())))
            .or(() -> entryOfFamily(listed.type().family()));
    if (entry.isEmpty()) {
      return listPricesHold ? listed : UnpricedRegion.unpriced(listed);
    }
    return own(listed, entry.get()).orElseGet(() -> UnpricedRegion.unpriced(listed));
  }

  private Optional<PriceEntry> entryOfFamily(String family) {
    return Optional.ofNullable(entries.get(Scope.ofFamily(family)))
        .or(() -> Optional.ofNullable(entries.get(Scope.REGION)));
  }

  private Optional<Offering> own(Offering listed, PriceEntry entry) {
    InstanceType type = listed.type();
    Optional<HourlyPrice> price =
        entry
            .price()
            .match(
                hourly -> Optional.of(money(hourly.amount())),
                resources -> Optional.of(parts(resources).of(charged(type), type.memory())),
                discount -> listed.price().map(full -> full.scaled(discount.left())));
    return surplus
        .applied(type, entry)
        .filter(priced -> price.isPresent())
        .map(priced -> new Offering(priced, price, PriceBasis.OWN, SustainedUse.NONE));
  }

  /** A shared core is charged for the part of it that it sustains. */
  private static VCpus charged(InstanceType type) {
    return type.isSharedCore() ? type.sustained() : type.vcpus();
  }

  private CustomShapes shapes(CustomShapes listed) {
    Optional<PriceEntry> entry = entryOfFamily(listed.series());
    if (entry.isEmpty()) {
      return listPricesHold ? listed : UnpricedRegion.unpriced(listed);
    }
    Optional<ResourcePrices> prices =
        entry
            .get()
            .price()
            .match(
                hourly -> Optional.empty(),
                resources -> Optional.of(parts(resources)),
                discount -> listed.prices().map(full -> scaled(full, discount.left())));
    return listed.withPrices(prices, SustainedUse.NONE);
  }

  private ResourcePrices parts(OwnPrice.Resources resources) {
    return new ResourcePrices(money(resources.vcpu()), money(resources.gib()), PriceBasis.OWN);
  }

  private static ResourcePrices scaled(ResourcePrices full, BigDecimal left) {
    return new ResourcePrices(full.vcpu().scaled(left), full.gib().scaled(left), PriceBasis.OWN);
  }

  private HourlyPrice money(BigDecimal amount) {
    return new HourlyPrice(amount, currency);
  }
}
