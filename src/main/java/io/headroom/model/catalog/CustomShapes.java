package io.headroom.model.catalog;

import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The custom machine types of one GCE series: which shapes are legal and what they cost. Source of
 * the rules: Google, "Creating a VM instance with a custom machine type".
 *
 * <table>
 * <caption>The usual series</caption>
 * <tr><th>series</th><th>vCPUs</th><th>MiB for each vCPU</th></tr>
 * <tr><td>N1</td><td>1, or even to 96</td><td>922 to 6656</td></tr>
 * <tr><td>N2</td><td>even to 32, then in fours to 128</td><td>512 to 8192</td></tr>
 * <tr><td>N2D</td><td>2, 4, 8, 16, then in sixteens to 96</td><td>512 to 8192</td></tr>
 * <tr><td>E2</td><td>even to 32</td><td>512 to 8192, 128 GiB in all</td></tr>
 * </table>
 *
 * @param vcpuCounts legal vCPU counts, ascending
 * @param minPerVcpu least memory for each vCPU, in MiB
 * @param maxPerVcpu most memory for each vCPU, in MiB; more would be extended memory
 * @param maxMemory most memory in all, in MiB
 * @param prices what a vCPU and a GiB cost; absent if there is no price, and then no shape is ever
 *     a candidate
 * @param discount the sustained-use discount they get
 */
public record CustomShapes(
    String series,
    int generation,
    List<Integer> vcpuCounts,
    int minPerVcpu,
    int maxPerVcpu,
    long maxMemory,
    Optional<ResourcePrices> prices,
    SustainedUse discount) {

  /** Memory of a custom shape comes in steps of this many MiB. */
  public static final int STEP_MIB = 256;

  private static final Pattern NAME =
      Pattern.compile("(?:([a-z0-9]+)-)?custom-(\\d{1,4})-(\\d{1,8})");

  /** Copies the list. */
  public CustomShapes {
    vcpuCounts = vcpuCounts.stream().sorted().toList();
  }

  /** Returns these shapes at other prices. */
  public CustomShapes withPrices(Optional<ResourcePrices> others, SustainedUse otherDiscount) {
    return new CustomShapes(
        series, generation, vcpuCounts, minPerVcpu, maxPerVcpu, maxMemory, others, otherDiscount);
  }

  /**
   * Returns the least legal memory of a shape with {@code vcpus} vCPUs that is {@code need} or
   * more, in MiB; nothing if no legal memory is that large.
   */
  public Optional<Mebibytes> memoryFor(int vcpus, Mebibytes need) {
    long least = Math.max(need.wholeRoundedUp(), (long) vcpus * minPerVcpu);
    long stepped = (least + STEP_MIB - 1) / STEP_MIB * STEP_MIB;
    long most = Math.min((long) vcpus * maxPerVcpu, maxMemory);
    return stepped <= most ? Optional.of(new Mebibytes(stepped)) : Optional.empty();
  }

  /**
   * Returns the shape as an offering; its price is made of the prices of its parts. The caller
   * vouches for its legality.
   */
  public Offering offering(int vcpus, Mebibytes memory) {
    InstanceType type =
        new InstanceType(
            Provider.GCE,
            series + "-custom-" + vcpus + "-" + memory.wholeRoundedUp(),
            series,
            generation,
            new VCpus(vcpus),
            memory,
            Set.of(Architecture.X86_64),
            EnumSet.of(Trait.CUSTOM),
            Optional.empty(),
            Limits.UNKNOWN);
    return new Offering(
        type,
        prices.map(parts -> parts.of(type.vcpus(), memory)),
        prices.map(ResourcePrices::basis).orElse(PriceBasis.DERIVED),
        discount);
  }

  /**
   * Returns the offering of a custom name such as {@code n2-custom-4-9216} or N1's {@code
   * custom-4-8192}; nothing if the name is not of this series or the shape is not legal.
   */
  public Optional<Offering> named(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String prefix = matcher.group(1) == null ? "n1" : matcher.group(1);
    int vcpus = Integer.parseInt(matcher.group(2));
    Mebibytes memory = new Mebibytes(Long.parseLong(matcher.group(3)));
    boolean legal =
        prefix.equals(series)
            && vcpuCounts.contains(vcpus)
            && memoryFor(vcpus, memory).filter(memory::equals).isPresent();
    return legal ? Optional.of(offering(vcpus, memory)) : Optional.empty();
  }
}
