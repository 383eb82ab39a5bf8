package io.headroom.catalog.snapshot;

import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Limits;
import io.headroom.model.catalog.Offering;
import io.headroom.model.machine.Architecture;
import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.OperationRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes an offering as a row of a file of types: what {@link OfferingReader} reads back. */
final class OfferingWriter {

  private static final double BITS_PER_BYTE = 8;
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;
  private static final int DECIMALS = 6;

  private OfferingWriter() {}

  static List<String> row(Offering offering) {
    InstanceType type = offering.type();
    Map<TypeColumn, String> fields = new EnumMap<>(TypeColumn.class);
    fields.put(TypeColumn.INSTANCE_TYPE, type.name());
    fields.put(TypeColumn.VCPUS, decimal(type.vcpus().value()));
    fields.put(TypeColumn.MEMORY_MIB, decimal(type.memory().value()));
    fields.put(
        TypeColumn.ARCHITECTURES,
        type.architectures().stream()
            .sorted()
            .map(Architecture::id)
            .collect(Collectors.joining("|")));
    fields.put(
        TypeColumn.TRAITS,
        type.traits().stream().sorted().map(TraitId::of).collect(Collectors.joining("|")));
    fields.put(TypeColumn.HOURLY_PRICE, offering.price().map(OfferingWriter::amount).orElse(""));
    fields.put(TypeColumn.SUSTAINED_USE_PERCENT, SustainedUseField.write(offering.discount()));
    type.burst().ifPresent(burst -> fields.putAll(burst(burst)));
    fields.putAll(limits(type.limits()));
    return Arrays.stream(TypeColumn.values())
        .map(column -> fields.getOrDefault(column, ""))
        .toList();
  }

  private static Map<TypeColumn, String> burst(Burst burst) {
    return burst.match(
        credits ->
            Map.of(
                TypeColumn.CREDITS_PER_HOUR, decimal(credits.earnedPerHour()),
                TypeColumn.CREDITS_MAXIMUM, decimal(credits.maximum()),
                TypeColumn.LAUNCH_CREDITS, decimal(credits.atLaunch()),
                TypeColumn.CREDITS_KEPT_AT_STOP, Boolean.toString(credits.keptAtStop()),
                TypeColumn.SURPLUS_PRICE, amount(credits.surplusPrice())),
        shared -> Map.of(TypeColumn.SUSTAINED_VCPUS, decimal(shared.sustained().value())));
  }

  private static Map<TypeColumn, String> limits(Limits limits) {
    Map<TypeColumn, String> fields = new EnumMap<>(TypeColumn.class);
    fields.put(TypeColumn.NETWORK_GBPS, rate(limits.network(), GIGA));
    fields.put(TypeColumn.NETWORK_BURST_GBPS, rate(limits.networkBurst(), GIGA));
    fields.put(TypeColumn.DISK_MBPS, rate(limits.disk(), MEGA));
    fields.put(TypeColumn.DISK_BURST_MBPS, rate(limits.diskBurst(), MEGA));
    fields.put(TypeColumn.IOPS, operations(limits.iops()));
    fields.put(TypeColumn.IOPS_BURST, operations(limits.iopsBurst()));
    limits
        .attachments()
        .ifPresent(most -> fields.put(TypeColumn.ATTACHMENTS, Integer.toString(most)));
    return fields;
  }

  private static String rate(Optional<DataRate> rate, double bits) {
    return rate.map(found -> decimal(found.bytesPerSecond() * BITS_PER_BYTE / bits)).orElse("");
  }

  private static String operations(Optional<OperationRate> rate) {
    return rate.map(found -> decimal(found.perSecond())).orElse("");
  }

  static String amount(HourlyPrice price) {
    return price.amount().toPlainString();
  }

  /** Six decimals are finer than any figure that providers publish. */
  static String decimal(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
