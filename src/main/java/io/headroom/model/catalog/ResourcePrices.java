package io.headroom.model.catalog;

import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.math.BigDecimal;

/**
 * What one vCPU and one GiB cost an hour; a machine costs the sum of its parts.
 *
 * @param vcpu price of one vCPU
 * @param gib price of one GiB of memory
 * @param basis where prices made of these come from
 */
public record ResourcePrices(HourlyPrice vcpu, HourlyPrice gib, PriceBasis basis) {

  private static final BigDecimal MIB_PER_GIB = BigDecimal.valueOf(1024);

  /**
   * Checks the prices.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public ResourcePrices {
    if (!vcpu.currency().equals(gib.currency())) {
      throw new IllegalArgumentException(
          "Cannot add " + vcpu + " and " + gib + ": the currencies differ");
    }
  }

  /** Returns the price of an hour of that many vCPUs with that much memory, exactly. */
  public HourlyPrice of(VCpus vcpus, Mebibytes memory) {
    BigDecimal gibs = BigDecimal.valueOf(memory.wholeRoundedUp()).divide(MIB_PER_GIB);
    BigDecimal amount =
        vcpu.amount().multiply(BigDecimal.valueOf(vcpus.value())).add(gib.amount().multiply(gibs));
    return new HourlyPrice(amount, vcpu.currency());
  }
}
