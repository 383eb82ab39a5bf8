package io.headroom.cloud.gce.catalog;

import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.ResourcePrices;
import io.headroom.model.unit.HourlyPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What machine types cost in one region, made of what their parts cost. A type one of whose parts
 * has no price has none.
 */
final class RegionPrices {

  /** Size of a local disk in GiB, for all series that are priced here. */
  private static final int GIB_PER_LOCAL_DISK = 375;

  private static final int MIB_PER_GIB = 1024;

  private final SkuPrices skus;
  private final String region;

  RegionPrices(SkuPrices skus, String region) {
    this.skus = skus;
    this.region = region;
  }

  /**
   * Returns the price of a predefined type. A shared core is charged for what it sustains: e2-micro
   * for a quarter of a core and one GiB.
   *
   * @param localDisks disks on the host that come with it
   */
  Optional<HourlyPrice> of(InstanceType type, int localDisks) {
    Optional<String> flat = SeriesPricing.flat(type.name());
    if (flat.isPresent()) {
      return skus.find(region, flat.get()).flatMap(UnitPrice::ofAnHour);
    }
    Optional<SeriesPricing> pricing = SeriesPricing.ofType(type.name());
    return pricing
        .flatMap(this::resources)
        .flatMap(parts -> sum(parts.vcpu().scaled(vcpus(type)), parts.gib().scaled(gibs(type))))
        .flatMap(
            price ->
                localDisks == 0
                    ? Optional.of(price)
                    : pricing
                        .flatMap(found -> disks(found, localDisks))
                        .flatMap(disks -> sum(price, disks)));
  }

  private static BigDecimal vcpus(InstanceType type) {
    return BigDecimal.valueOf(type.sustained().value());
  }

  /**
   * Returns the GiB that a type is sold with. Sizes are in tenths of a GiB, or in quarters; Compute
   * Engine gives whole MiB, 1843 for the 1.8 GiB of n1-highcpu-2, which is charged as 1.8.
   */
  private static BigDecimal gibs(InstanceType type) {
    BigDecimal exact =
        BigDecimal.valueOf(type.memory().wholeRoundedUp()).divide(BigDecimal.valueOf(MIB_PER_GIB));
    return type.memory().wholeRoundedUp() % CustomShapes.STEP_MIB == 0
        ? exact
        : exact.setScale(1, RoundingMode.HALF_UP);
  }

  /** Returns custom shapes at the prices of the region; without, if a SKU is missing. */
  CustomShapes of(CustomShapes rules) {
    return rules.withPrices(
        SeriesPricing.ofCustom(rules.series()).flatMap(this::resources), rules.discount());
  }

  private Optional<ResourcePrices> resources(SeriesPricing pricing) {
    Optional<HourlyPrice> core = sum(pricing.cores(), UnitPrice::ofAnHour);
    Optional<HourlyPrice> gib = sum(pricing.memory(), UnitPrice::ofAGibHour);
    return core.flatMap(
        one ->
            gib.filter(other -> other.currency().equals(one.currency()))
                .map(other -> new ResourcePrices(one, other, PriceBasis.DERIVED)));
  }

  private Optional<HourlyPrice> disks(SeriesPricing pricing, int localDisks) {
    return skus.find(region, pricing.localDisk())
        .flatMap(price -> price.ofStorage((long) localDisks * GIB_PER_LOCAL_DISK));
  }

  private Optional<HourlyPrice> sum(
      List<String> parts, Function<UnitPrice, Optional<HourlyPrice>> price) {
    Optional<HourlyPrice> sum = Optional.empty();
    for (String part : parts) {
      Optional<HourlyPrice> next = skus.find(region, part).flatMap(price);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.isEmpty() ? next : sum.flatMap(before -> sum(before, next.get()));
    }
    return sum;
  }

  private static Optional<HourlyPrice> sum(HourlyPrice one, HourlyPrice other) {
    return one.currency().equals(other.currency())
        ? Optional.of(new HourlyPrice(one.amount().add(other.amount()), one.currency()))
        : Optional.empty();
  }
}
