package io.headroom.engine.demand;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.series.SampleUnit;

/** The two dimensions a type is sized in, and how samples become amounts of them. */
enum Dimension {
  CPU {
    @Override
    double factor(SampleUnit unit, InstanceType type) {
      return switch (unit) {
        case PERCENT -> base(type) / PERCENT;
        case FRACTION -> base(type);
        default -> 1;
      };
    }

    @Override
    double capacity(InstanceType type) {
      return type.vcpus().value();
    }

    /** GCE reports a shared core relative to the part of it that is reserved. */
    private double base(InstanceType type) {
      return type.isSharedCore() ? type.sustained().value() : type.vcpus().value();
    }
  },
  MEMORY {
    @Override
    double factor(SampleUnit unit, InstanceType type) {
      return switch (unit) {
        case PERCENT -> type.memory().value() / PERCENT;
        case FRACTION -> type.memory().value();
        case BYTES -> 1 / BYTES_PER_MIB;
        default -> 1;
      };
    }

    @Override
    double capacity(InstanceType type) {
      return type.memory().value();
    }
  };

  private static final double PERCENT = 100;
  private static final double BYTES_PER_MIB = 1024.0 * 1024.0;

  /** Returns what a sample of {@code unit} is multiplied with to give vCPUs or MiB. */
  abstract double factor(SampleUnit unit, InstanceType type);

  /** Returns the capacity of {@code type}: vCPUs the guest sees, or MiB. */
  abstract double capacity(InstanceType type);
}
