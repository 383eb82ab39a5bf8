package io.headroom.catalog.snapshot;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Limits;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.Architecture;
import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.OperationRate;
import io.headroom.model.unit.VCpus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the rows of a file of types. One reader for each file; it remembers repeated sets. */
final class OfferingReader {

  private final SnapshotRegion region;
  private final Map<List<String>, Set<Architecture>> architectures = new HashMap<>();
  private final Map<List<String>, Set<Trait>> traits = new HashMap<>();

  OfferingReader(SnapshotRegion region) {
    this.region = region;
  }

  Offering read(CsvRow row) {
    return new Offering(
        type(row),
        row.findDecimal(TypeColumn.HOURLY_PRICE)
            .map(amount -> new HourlyPrice(amount, region.currency())),
        PriceBasis.LIST,
        SustainedUseField.read(row, TypeColumn.SUSTAINED_USE_PERCENT));
  }

  private InstanceType type(CsvRow row) {
    String name = row.text(TypeColumn.INSTANCE_TYPE);
    if (!TypeName.isLegal(region.provider(), name)) {
      throw row.invalid(
          TypeColumn.INSTANCE_TYPE, "the name of a type of " + region.provider().id());
    }
    String family = TypeName.family(region.provider(), name);
    VCpus vcpus = new VCpus(row.whole(TypeColumn.VCPUS, 1));
    return new InstanceType(
        region.provider(),
        name,
        family,
        TypeName.generation(family),
        vcpus,
        new Mebibytes(row.whole(TypeColumn.MEMORY_MIB, 1)),
        architectures(row),
        traits(row),
        burst(row, vcpus),
        limits(row));
  }

  private Set<Architecture> architectures(CsvRow row) {
    List<String> ids = row.parts(TypeColumn.ARCHITECTURES);
    if (ids.isEmpty()) {
      throw row.invalid(TypeColumn.ARCHITECTURES, "one or more, joined by a bar");
    }
    return architectures.computeIfAbsent(
        ids,
        key ->
            key.stream()
                .map(
                    id ->
                        Architecture.ofId(id)
                            .orElseThrow(
                                () ->
                                    row.invalid(
                                        TypeColumn.ARCHITECTURES,
                                        "x86_64, arm64, i386, x86_64_mac or arm64_mac")))
                .collect(toUnmodifiableSet()));
  }

  private Set<Trait> traits(CsvRow row) {
    return traits.computeIfAbsent(
        row.parts(TypeColumn.TRAITS),
        key ->
            key.stream()
                .map(
                    id ->
                        TraitId.traitOf(id)
                            .orElseThrow(
                                () -> row.invalid(TypeColumn.TRAITS, "some of " + TraitId.all())))
                .collect(toUnmodifiableSet()));
  }

  private Optional<Burst> burst(CsvRow row, VCpus vcpus) {
    Optional<Burst> credits =
        row.findDecimal(TypeColumn.CREDITS_PER_HOUR)
            .map(
                perHour ->
                    new Burst.Credits(
                        perHour.doubleValue(),
                        row.decimal(TypeColumn.CREDITS_MAXIMUM).doubleValue(),
                        row.notNegative(TypeColumn.LAUNCH_CREDITS).doubleValue(),
                        isKeptAtStop(row),
                        new HourlyPrice(row.decimal(TypeColumn.SURPLUS_PRICE), region.currency())));
    Optional<Burst> sharedCore =
        row.findDecimal(TypeColumn.SUSTAINED_VCPUS)
            .map(sustained -> new Burst.SharedCore(new VCpus(sustained.doubleValue())));
    if (credits.isPresent() && sharedCore.isPresent()) {
      throw row.invalid(TypeColumn.SUSTAINED_VCPUS, "nothing, because the type has CPU credits");
    }
    Optional<Burst> burst = credits.or(() -> sharedCore);
    if (burst.filter(found -> !vcpus.covers(found.sustained())).isPresent()) {
      throw row.refusal("it sustains more vCPUs than the " + vcpus + " it has");
    }
    return burst;
  }

  private static boolean isKeptAtStop(CsvRow row) {
    return switch (row.text(TypeColumn.CREDITS_KEPT_AT_STOP)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw row.invalid(TypeColumn.CREDITS_KEPT_AT_STOP, "true or false");
    };
  }

  private static Limits limits(CsvRow row) {
    return new Limits(
        gigabits(row, TypeColumn.NETWORK_GBPS),
        gigabits(row, TypeColumn.NETWORK_BURST_GBPS),
        megabits(row, TypeColumn.DISK_MBPS),
        megabits(row, TypeColumn.DISK_BURST_MBPS),
        operations(row, TypeColumn.IOPS),
        operations(row, TypeColumn.IOPS_BURST),
        row.find(TypeColumn.ATTACHMENTS).isPresent()
            ? OptionalInt.of(row.whole(TypeColumn.ATTACHMENTS, 0))
            : OptionalInt.empty());
  }

  private static Optional<DataRate> gigabits(CsvRow row, TypeColumn column) {
    return row.findDecimal(column).map(rate -> DataRate.ofGigabitsPerSecond(rate.doubleValue()));
  }

  private static Optional<DataRate> megabits(CsvRow row, TypeColumn column) {
    return row.findDecimal(column).map(rate -> DataRate.ofMegabitsPerSecond(rate.doubleValue()));
  }

  private static Optional<OperationRate> operations(CsvRow row, TypeColumn column) {
    return row.findDecimal(column).map(rate -> new OperationRate(rate.doubleValue()));
  }
}
