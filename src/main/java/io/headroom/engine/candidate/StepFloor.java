package io.headroom.engine.candidate;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Refusal;
import java.util.Optional;

/**
 * How small one change may make a machine.
 *
 * @param vcpus least vCPUs
 * @param memory least memory
 */
public record StepFloor(VCpus vcpus, Mebibytes memory) {

  /** No floor. */
  public static final StepFloor NONE = new StepFloor(VCpus.NONE, Mebibytes.NONE);

  private static final double HALF = 0.5;

  /** Returns the floor of one change from {@code present}. */
  public static StepFloor of(StepLimit limit, InstanceType present) {
    Mebibytes halfMemory = present.memory().times(HALF);
    VCpus halfVcpus = new VCpus(present.vcpus().value() * HALF);
    return switch (limit) {
      case HALF_MEMORY -> new StepFloor(VCpus.NONE, halfMemory);
      case ONE_SIZE -> new StepFloor(halfVcpus, halfMemory);
      case NONE -> NONE;
    };
  }

  /** Returns the floor that keeps to both. */
  public StepFloor with(StepFloor other) {
    return new StepFloor(vcpus.max(other.vcpus), memory.max(other.memory));
  }

  /** Returns why {@code type} is too small a step down, or nothing. */
  Optional<Refusal> refusal(InstanceType type) {
    if (!type.memory().covers(memory)) {
      return Optional.of(new Refusal.BelowHalf("memory"));
    }
    return type.vcpus().covers(vcpus)
        ? Optional.empty()
        : Optional.of(new Refusal.BelowHalf("vCPUs"));
  }
}
