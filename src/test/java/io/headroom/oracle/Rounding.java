package io.headroom.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The resolution of amounts: 1/10,000 vCPU and 1/1024 MiB. */
final class Rounding {

  private Rounding() {}

  static double vcpus(double value) {
    return new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
  }

  static double mib(double value) {
    return new BigDecimal(value)
        .multiply(BigDecimal.valueOf(1024))
        .setScale(0, RoundingMode.HALF_EVEN)
        .divide(BigDecimal.valueOf(1024))
        .doubleValue();
  }
}
