package io.headroom.testing;

import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Limits;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.SustainedUse;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes instance types and offerings, for tests that need only a few. Family and generation follow
 * from the name, as in the catalogs.
 */
public final class Types {

  public static final Currency USD = Currency.getInstance("USD");

  private final Provider provider;
  private final String name;
  private final VCpus vcpus;
  private final Mebibytes memory;
  private Set<Architecture> architectures = Set.of(Architecture.X86_64);
  private Set<Trait> traits = Set.of();
  private Optional<Burst> burst = Optional.empty();
  private Limits limits = Limits.UNKNOWN;
  private SustainedUse discount = SustainedUse.NONE;

  private Types(Provider provider, String name, double vcpus, double memoryMib) {
    this.provider = provider;
    this.name = name;
    this.vcpus = new VCpus(vcpus);
    this.memory = new Mebibytes(memoryMib);
  }

  public static Types ec2(String name, double vcpus, double memoryMib) {
    return new Types(Provider.AWS, name, vcpus, memoryMib);
  }

  public static Types gce(String name, double vcpus, double memoryMib) {
    return new Types(Provider.GCE, name, vcpus, memoryMib);
  }

  public static Types t3Medium() {
    return ec2("t3.medium", 2, 4096).credits(24, 576, 0);
  }

  public Types architectures(Architecture... values) {
    architectures = Set.of(values);
    return this;
  }

  public Types traits(Trait... values) {
    traits = Set.of(values);
    return this;
  }

  /** CPU credits; a type with launch credits loses its balance at a stop, as T2 does. */
  public Types credits(double earnedPerHour, double maximum, double atLaunch) {
    burst =
        Optional.of(
            new Burst.Credits(
                earnedPerHour, maximum, atLaunch, atLaunch == 0, hourly("0.05").orElseThrow()));
    return this;
  }

  public Types sharedCore(double sustained) {
    burst = Optional.of(new Burst.SharedCore(new VCpus(sustained)));
    return this;
  }

  public Types limits(Limits value) {
    limits = value;
    return this;
  }

  public Types discount(SustainedUse value) {
    discount = value;
    return this;
  }

  public InstanceType type() {
    int dot = name.indexOf(provider == Provider.AWS ? '.' : '-');
    String family = dot < 0 ? name : name.substring(0, dot);
    String digits = family.replaceFirst("^[a-z]+", "").replaceFirst("[^0-9].*$", "");
    return new InstanceType(
        provider,
        name,
        family,
        digits.isEmpty() ? 0 : Integer.parseInt(digits),
        vcpus,
        memory,
        architectures,
        traits,
        burst,
        limits);
  }

  /** Returns the type at that price of an hour, in US dollars. */
  public Offering at(String hourlyUsd) {
    return new Offering(type(), hourly(hourlyUsd), PriceBasis.LIST, discount);
  }

  public Offering unpriced() {
    return new Offering(type(), Optional.empty(), PriceBasis.LIST, discount);
  }

  private static Optional<HourlyPrice> hourly(String usd) {
    return Optional.of(new HourlyPrice(new BigDecimal(usd), USD));
  }

  /** Returns a region that offers just these. */
  public static RegionCatalog region(Offering... offerings) {
    return RegionCatalog.of(
        offerings[0].type().provider(),
        "test-1",
        LocalDate.parse("2026-07-20"),
        "a test",
        List.of(offerings),
        List.of());
  }
}
