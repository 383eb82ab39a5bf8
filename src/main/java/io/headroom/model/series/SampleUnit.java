package io.headroom.model.series;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the numbers of a series count. The conversion to vCPU and MiB happens once, in the engine.
 */
public enum SampleUnit {
  /** 0 to 100 and, on machines that boost or burst, above. CloudWatch's unit. */
  PERCENT("percent"),
  /** 0 to 1 and above. Cloud Monitoring's unit. */
  FRACTION("fraction"),
  /** vCPUs used. */
  VCPUS("vcpus"),
  /** 2^20 bytes. */
  MIB("mib"),
  /** Bytes. */
  BYTES("bytes"),
  /** Bytes a second. */
  BYTES_PER_SECOND("bytes_per_second"),
  /** Operations a second. */
  PER_SECOND("per_second"),
  /** CPU credits: one vCPU at 100 % for one minute. */
  CREDITS("credits");

  private static final float MAX_FRACTION = 16;

  private final String id;

  SampleUnit(String id) {
    this.id = id;
  }

  /** Returns the name used in recordings. */
  public String id() {
    return id;
  }

  /**
   * Returns the largest plausible value in this unit; more is a mistake in the unit. Only a
   * fraction has a narrow limit: an e2-micro at full burst reports 8.
   */
  public float largest() {
    return this == FRACTION ? MAX_FRACTION : Float.MAX_VALUE;
  }

  /** Returns the unit of that name, or nothing. */
  public static Optional<SampleUnit> ofId(String id) {
    return Arrays.stream(values()).filter(unit -> unit.id.equals(id)).findFirst();
  }
}
