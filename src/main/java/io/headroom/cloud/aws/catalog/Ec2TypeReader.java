package io.headroom.cloud.aws.catalog;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.headroom.catalog.refresh.KnownFacts;
import io.headroom.catalog.snapshot.TypeName;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Limits;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.OperationRate;
import io.headroom.model.unit.VCpus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.EbsInfo;
import software.amazon.awssdk.services.ec2.model.EbsOptimizedInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.NetworkCardInfo;
import software.amazon.awssdk.services.ec2.model.NetworkInfo;

/** Reads what DescribeInstanceTypes says of a type. */
final class Ec2TypeReader {

  private static final int DECIMALS = 6;

  private final KnownFacts facts;
  private final PriceList prices;

  /**
   * Prepares to read.
   *
   * @param facts for CPU credits, which the interface does not tell
   * @param prices for the previous generations
   */
  Ec2TypeReader(KnownFacts facts, PriceList prices) {
    this.facts = facts;
    this.prices = prices;
  }

  /** Returns the type; nothing if its name or its instruction sets are not of a known form. */
  Optional<InstanceType> read(InstanceTypeInfo info) {
    String name = info.instanceTypeAsString();
    Set<Architecture> architectures =
        info.processorInfo().supportedArchitecturesAsStrings().stream()
            .flatMap(id -> Architecture.ofId(id).stream())
            .collect(toUnmodifiableSet());
    if (architectures.isEmpty() || !TypeName.isLegal(Provider.AWS, name)) {
      return Optional.empty();
    }
    String family = TypeName.family(Provider.AWS, name);
    return Optional.of(
        new InstanceType(
            Provider.AWS,
            name,
            family,
            TypeName.generation(family),
            new VCpus(info.vCpuInfo().defaultVCpus()),
            new Mebibytes(info.memoryInfo().sizeInMiB()),
            architectures,
            traits(info),
            facts.burst(name),
            limits(info)));
  }

  private Set<Trait> traits(InstanceTypeInfo info) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (Boolean.TRUE.equals(info.bareMetal())) {
      traits.add(Trait.BARE_METAL);
    }
    if (prices.isPreviousGeneration(info.instanceTypeAsString())) {
      traits.add(Trait.PREVIOUS_GENERATION);
    }
    if (info.instanceTypeAsString().contains("-flex.")) {
      traits.add(Trait.FLEX);
    }
    if (Boolean.TRUE.equals(info.instanceStorageSupported())) {
      traits.add(Trait.LOCAL_DISK);
    }
    if (hasAccelerator(info)) {
      traits.add(Trait.ACCELERATOR);
    }
    if ("xen".equals(info.hypervisorAsString())) {
      traits.add(Trait.XEN);
    }
    return traits;
  }

  private static boolean hasAccelerator(InstanceTypeInfo info) {
    return Stream.of(
            Optional.ofNullable(info.gpuInfo()),
            Optional.ofNullable(info.fpgaInfo()),
            Optional.ofNullable(info.inferenceAcceleratorInfo()),
            Optional.ofNullable(info.neuronInfo()),
            Optional.ofNullable(info.mediaAcceleratorInfo()))
        .anyMatch(Optional::isPresent);
  }

  private static Limits limits(InstanceTypeInfo info) {
    List<NetworkCardInfo> cards =
        Optional.ofNullable(info.networkInfo()).map(NetworkInfo::networkCards).orElse(List.of());
    Optional<EbsInfo> ebs = Optional.ofNullable(info.ebsInfo());
    Optional<EbsOptimizedInfo> disks = ebs.map(EbsInfo::ebsOptimizedInfo);
    return new Limits(
        network(cards, NetworkCardInfo::baselineBandwidthInGbps),
        network(cards, NetworkCardInfo::peakBandwidthInGbps),
        disks.map(EbsOptimizedInfo::baselineBandwidthInMbps).flatMap(Ec2TypeReader::megabits),
        disks.map(EbsOptimizedInfo::maximumBandwidthInMbps).flatMap(Ec2TypeReader::megabits),
        disks.map(EbsOptimizedInfo::baselineIops).flatMap(Ec2TypeReader::operations),
        disks.map(EbsOptimizedInfo::maximumIops).flatMap(Ec2TypeReader::operations),
        ebs.map(EbsInfo::maximumEbsAttachments).map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  /** Returns the sum over all cards; nothing if one of them is silent. */
  private static Optional<DataRate> network(
      List<NetworkCardInfo> cards, Function<NetworkCardInfo, Double> bandwidth) {
    List<Double> known = cards.stream().map(bandwidth).filter(Objects::nonNull).toList();
    if (known.isEmpty() || known.size() < cards.size()) {
      return Optional.empty();
    }
    BigDecimal sum =
        known.stream()
            .map(BigDecimal::valueOf)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return sum.signum() > 0
        ? Optional.of(DataRate.ofGigabitsPerSecond(sum.doubleValue()))
        : Optional.empty();
  }

  private static Optional<DataRate> megabits(int rate) {
    return rate > 0 ? Optional.of(DataRate.ofMegabitsPerSecond(rate)) : Optional.empty();
  }

  private static Optional<OperationRate> operations(int rate) {
    return rate > 0 ? Optional.of(new OperationRate(rate)) : Optional.empty();
  }
}
