package io.headroom.catalog.price;

import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.Platform;
import io.headroom.model.unit.HourlyPrice;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * What surplus CPU credits cost under a price file: what the entry says, else the provider's price
 * for the platform, if it is in the file's currency. Source: EC2 User Guide, "Unlimited mode": 0.05
 * USD a vCPU-hour on Linux (T4g 0.04), 0.096 USD on Windows.
 */
final class SurplusPrices {

  private static final HourlyPrice WINDOWS =
      new HourlyPrice(new BigDecimal("0.096"), Currency.getInstance("USD"));

  private final Platform platform;
  private final Currency currency;

  SurplusPrices(Platform platform, Currency currency) {
    this.platform = platform;
    this.currency = currency;
  }

  /**
   * Returns the type with the price of its surplus credits, unchanged if it has none; nothing if
   * that price is not known, because what the type costs is then not known either.
   */
  Optional<InstanceType> applied(InstanceType type, PriceEntry entry) {
    return type.burst()
        .flatMap(burst -> burst.match(Optional::of, shared -> Optional.<Burst.Credits>empty()))
        .map(credits -> price(credits, entry).map(price -> withSurplus(type, credits, price)))
        .orElse(Optional.of(type));
  }

  private Optional<HourlyPrice> price(Burst.Credits credits, PriceEntry entry) {
    return entry
        .surplus()
        .map(amount -> new HourlyPrice(amount, currency))
        .or(() -> listed(credits).filter(price -> price.currency().equals(currency)));
  }

  private Optional<HourlyPrice> listed(Burst.Credits credits) {
    return switch (platform) {
      case LINUX, RHEL, SUSE -> Optional.of(credits.surplusPrice());
      case WINDOWS -> Optional.of(WINDOWS);
      case OTHER -> Optional.empty();
    };
  }

  private static InstanceType withSurplus(
      InstanceType type, Burst.Credits credits, HourlyPrice price) {
    return type.withBurst(
        new Burst.Credits(
            credits.earnedPerHour(),
            credits.maximum(),
            credits.atLaunch(),
            credits.keptAtStop(),
            price));
  }
}
