package io.headroom.testing;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Limits;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.SustainedUse;
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

/** A handful of EC2 types of us-east-1 with their list prices of 2026-07-20. */
public final class SmallCatalog {

  private SmallCatalog() {}

  public static RegionCatalog usEast1() {
    return RegionCatalog.of(
        Provider.AWS,
        "us-east-1",
        LocalDate.of(2026, 7, 20),
        "list prices",
        List.of(
            offering("m5.large", "m5", 5, 2, 8192, "0.096"),
            offering("m6a.large", "m6a", 6, 2, 8192, "0.0864"),
            offering("m5.xlarge", "m5", 5, 4, 16384, "0.192"),
            offering("m6a.xlarge", "m6a", 6, 4, 16384, "0.1728"),
            offering("r6a.large", "r6a", 6, 2, 16384, "0.1134")),
        List.of());
  }

  private static Offering offering(
      String name, String family, int generation, int vcpus, int memory, String hourly) {
    return new Offering(
        new InstanceType(
            Provider.AWS,
            name,
            family,
            generation,
            new VCpus(vcpus),
            new Mebibytes(memory),
            Set.of(Architecture.X86_64),
            Set.of(),
            Optional.empty(),
            Limits.UNKNOWN),
        Optional.of(new HourlyPrice(new BigDecimal(hourly), Currency.getInstance("USD"))),
        PriceBasis.LIST,
        SustainedUse.NONE);
  }
}
