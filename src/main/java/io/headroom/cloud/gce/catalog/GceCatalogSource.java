package io.headroom.cloud.gce.catalog;

import com.google.cloud.compute.v1.MachineType;
import io.headroom.catalog.refresh.CatalogSource;
import io.headroom.catalog.refresh.FetchedRegion;
import io.headroom.catalog.refresh.KnownFacts;
import io.headroom.catalog.refresh.TypeNotices;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceEndpoint;
import io.headroom.cloud.gce.GceEndpoints;
import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.Trait;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.HourlyPrice;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * GCE's machine types, from the zones of a region, at the prices of the Cloud Billing Catalog,
 * which are at most 12 hours old. Credentials are Application Default Credentials. Not run against
 * Google.
 */
public final class GceCatalogSource implements CatalogSource {

  /** Property with the endpoint of Cloud Billing. */
  public static final String BILLING = "headroom.gce.billing-endpoint";

  private static final String SOURCE =
      "prices: Cloud Billing Catalog; types: Compute Engine machineTypes; network: Google machine"
          + " type pages";
  private static final String LICENCE = "as published by Google";
  private static final Currency CURRENCY = Currency.getInstance("USD");

  private final ComputeTypes types;
  private final BillingSkus skus;
  private final InstantSource clock;
  private Optional<SkuPrices> prices = Optional.empty();

  private GceCatalogSource(ComputeTypes types, BillingSkus skus, InstantSource clock) {
    this.types = types;
    this.skus = skus;
    this.clock = clock;
  }

  /**
   * Where Google's interfaces for types and prices are.
   *
   * @param compute Compute Engine, if not at its public address
   * @param billing Cloud Billing, if not at its public address
   */
  public record Endpoints(Optional<GceEndpoint> compute, Optional<GceEndpoint> billing) {

    /**
     * Reads the endpoints from properties; what is not set is Google's public address.
     *
     * @throws IllegalArgumentException if one is set and is no endpoint
     */
    public static Endpoints from(Function<String, Optional<String>> properties) {
      return new Endpoints(
          properties
              .apply(GceEndpoints.COMPUTE)
              .map(text -> GceEndpoint.of(GceEndpoints.COMPUTE, text)),
          properties.apply(BILLING).map(text -> GceEndpoint.of(BILLING, text)));
    }
  }

  /**
   * Opens the source. Nothing is asked until a region is fetched.
   *
   * @param project project whose view of the types is asked for
   * @param clock the day of the prices
   * @throws CloudException if there are no credentials
   */
  public static GceCatalogSource open(
      String project, Endpoints endpoints, GceCalls calls, InstantSource clock) {
    ComputeTypes types = ComputeTypes.open(project, endpoints.compute(), calls);
    try {
      return new GceCatalogSource(types, BillingSkus.open(endpoints.billing(), calls), clock);
    } catch (CloudException e) {
      types.close();
      throw e;
    }
  }

  @Override
  public Provider provider() {
    return Provider.GCE;
  }

  /** The list of SKUs is for all regions, so it is read with the first one. */
  @Override
  public FetchedRegion fetch(String region) {
    Collection<MachineType> found = types.in(region);
    SkuPrices all = prices.orElseGet(() -> skus.read(CURRENCY));
    prices = Optional.of(all);
    RegionPrices regional = new RegionPrices(all, region);
    KnownFacts facts = KnownFacts.of(Provider.GCE);
    GceTypeReader reader = new GceTypeReader(facts);
    TypeNotices notices = new TypeNotices();
    List<Offering> offerings =
        found.stream().flatMap(type -> offering(type, reader, regional, notices).stream()).toList();
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new FetchedRegion(
        RegionCatalog.of(
            Provider.GCE, region, day, SOURCE, offerings, shapes(facts, offerings, regional)),
        CURRENCY,
        LICENCE,
        notices.sentences());
  }

  private static Optional<Offering> offering(
      MachineType found, GceTypeReader reader, RegionPrices prices, TypeNotices notices) {
    Optional<InstanceType> read = reader.read(found);
    if (read.isEmpty()) {
      notices.add("left out, because their name or instruction set is not known", found.getName());
    }
    return read.map(
        type ->
            new Offering(
                type,
                price(found, type, prices, notices),
                PriceBasis.LIST,
                SeriesPricing.discount(type.family())));
  }

  private static Optional<HourlyPrice> price(
      MachineType found, InstanceType type, RegionPrices prices, TypeNotices notices) {
    if (type.is(Trait.ACCELERATOR)) {
      notices.add("without price, because accelerators are not priced", type.name());
      return Optional.empty();
    }
    if (found.getIsSharedCpu() && !type.isSharedCore()) {
      notices.add(
          "without price, because what their shared core sustains is not known", type.name());
      return Optional.empty();
    }
    int disks = GceTypeReader.localDisks(found);
    if (disks == 0 && GceTypeReader.namesLocalDisks(found)) {
      notices.add("without price, because how many local disks they have is not said", type.name());
      return Optional.empty();
    }
    Optional<HourlyPrice> price = prices.of(type, disks);
    if (price.isEmpty()) {
      notices.add("without price, because a SKU of theirs is not known or not sold", type.name());
    }
    return price;
  }

  /** The rules of custom shapes are Google's for all regions; a region has those of its series. */
  private static List<CustomShapes> shapes(
      KnownFacts facts, List<Offering> offerings, RegionPrices prices) {
    return facts.customShapes().stream()
        .filter(
            rules ->
                offerings.stream()
                    .anyMatch(offering -> offering.type().family().equals(rules.series())))
        .map(prices::of)
        .toList();
  }

  @Override
  public void close() {
    types.close();
    skus.close();
  }
}
