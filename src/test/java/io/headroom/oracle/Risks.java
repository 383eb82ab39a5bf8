package io.headroom.oracle;

import io.headroom.model.catalog.InstanceType;
import java.util.List;

/** How likely a type is to be too small after all, 0 to 4. */
final class Risks {

  private final Requirement need;
  private final Dimensions dimensions;

  Risks(Requirement need) {
    this.need = need;
    this.dimensions = new Dimensions(need);
  }

  int of(InstanceType type) {
    int risk = Math.max(cpu(type), memory(type));
    boolean network =
        dimensions.tooSmall(type).filter(dimension -> dimension.startsWith("network")).isPresent();
    return Math.min(4, network ? 4 : risk);
  }

  private int cpu(InstanceType type) {
    if (need.cpu.isEmpty()) {
      return 0;
    }
    Reading reading = need.cpu.get();
    double has = Market.counted(type);
    int level = level(Rounding.vcpus(reading.peak()) / has, reading.slots(), has);
    if (reading.momentary().isPresent() && Rounding.vcpus(reading.momentary().get()) > has) {
      level = Math.max(level, 1);
    }
    // credits cut off at what lasts, busy vCPUs at all there are
    double limit = need.byCredits ? Market.sustained(type) : has;
    return plus(reading, cut(reading, limit, level));
  }

  private int memory(InstanceType type) {
    if (need.memory.isEmpty()) {
      return 0;
    }
    Reading reading = need.memory.get();
    double has = type.memory().value();
    double more = Rounding.mib(reading.peak()) - Rounding.mib(reading.value());
    int level = level((need.crew.demandOn(type) + more) / has, reading.slots(), has);
    return plus(reading, cut(reading, has, level));
  }

  private static int cut(Reading reading, double has, int level) {
    if (!reading.cut().isCensored()) {
      return level;
    }
    return has <= Rounding.vcpus(reading.cut().capacity()) ? 4 : Math.max(level, 2);
  }

  private int plus(Reading reading, int level) {
    return reading.lowerBound() ? level + 1 : level;
  }

  private static int level(double utilization, List<Slot> slots, double has) {
    if (utilization <= 1) {
      return utilization <= 0.80 ? 0 : utilization <= 0.95 ? 1 : 2;
    }
    long above = slots.stream().filter(slot -> (float) slot.used() > (float) has).count();
    return above <= 0.01 * slots.size() ? 3 : 4;
  }
}
