package io.headroom.recording.trace;

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

/** Small catalogs of us-east-1. */
final class TraceCatalog {

  private static final Currency USD = Currency.getInstance("USD");

  private TraceCatalog() {}

  static RegionCatalog of(Offering... offerings) {
    return RegionCatalog.of(
        Provider.AWS,
        "us-east-1",
        LocalDate.of(2026, 7, 20),
        "made by hand",
        List.of(offerings),
        List.of());
  }

  static Offering type(String name, int vcpus, double gib, String price) {
    return offering(
        name, vcpus, gib, Optional.of(price), Architecture.X86_64, Set.of(), Optional.empty());
  }

  static Offering unpriced(String name, int vcpus, double gib) {
    return offering(
        name, vcpus, gib, Optional.empty(), Architecture.X86_64, Set.of(), Optional.empty());
  }

  static Offering of(Architecture architecture, String name, int vcpus, double gib) {
    return offering(
        name, vcpus, gib, Optional.of("0.01"), architecture, Set.of(), Optional.empty());
  }

  static Offering with(Trait trait, String name, int vcpus, double gib) {
    return offering(
        name,
        vcpus,
        gib,
        Optional.of("0.01"),
        Architecture.X86_64,
        Set.of(trait),
        Optional.empty());
  }

  static Offering burstable(String name, int vcpus, double gib) {
    Burst credits =
        new Burst.Credits(
            36, 864, 0, /* keptAtStop= */ true, new HourlyPrice(new BigDecimal("0.05"), USD));
    return offering(
        name, vcpus, gib, Optional.of("0.01"), Architecture.X86_64, Set.of(), Optional.of(credits));
  }

  private static Offering offering(
      String name,
      int vcpus,
      double gib,
      Optional<String> price,
      Architecture architecture,
      Set<Trait> traits,
      Optional<Burst> burst) {
    String family = name.substring(0, name.indexOf('.'));
    InstanceType type =
        new InstanceType(
            Provider.AWS,
            name,
            family,
            Integer.parseInt(family.replaceAll("\\D", "")),
            new VCpus(vcpus),
            Mebibytes.ofGibibytes(gib),
            Set.of(architecture),
            traits,
            burst,
            Limits.UNKNOWN);
    return new Offering(
        type,
        price.map(amount -> new HourlyPrice(new BigDecimal(amount), USD)),
        PriceBasis.LIST,
        SustainedUse.NONE);
  }
}
