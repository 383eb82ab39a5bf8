package io.headroom.recording.trace;

import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The capacity of a traced machine, slot by slot. */
final class TraceCapacity {

  private static final double KIB_PER_MIB = 1024;

  private final float[] vcpus;
  private final Optional<float[]> memoryKib;
  private final TraceRow.TypeEvidence evidence;

  private TraceCapacity(
      float[] vcpus, Optional<float[]> memoryKib, TraceRow.TypeEvidence evidence) {
    this.vcpus = vcpus;
    this.memoryKib = memoryKib;
    this.evidence = evidence;
  }

  /**
   * Returns the capacity in a row, in which the lists over the slots count before the single
   * values.
   *
   * @param assumedVcpus vCPUs of a machine whose cores the trace does not have
   * @return nothing if it has no cores and none are assumed
   */
  static Optional<TraceCapacity> of(TraceColumns columns, int slots, OptionalInt assumedVcpus) {
    Optional<float[]> cores = column(columns, "cores", "cores_rle", slots);
    Optional<float[]> memory = column(columns, "mem_capacity_kib", "mem_capacity_kib_rle", slots);
    if (cores.isPresent()) {
      return Optional.of(new TraceCapacity(cores.get(), memory, TraceRow.TypeEvidence.TRACED));
    }
    if (assumedVcpus.isEmpty()) {
      return Optional.empty();
    }
    float[] assumed = new float[slots];
    Arrays.fill(assumed, assumedVcpus.getAsInt());
    return Optional.of(new TraceCapacity(assumed, memory, TraceRow.TypeEvidence.ASSUMED));
  }

  /** Returns the vCPUs in a slot. */
  double vcpus(int slot) {
    return vcpus[slot];
  }

  /** Returns the memory in a slot in KiB; nothing if the trace does not have it. */
  Optional<Double> memoryKib(int slot) {
    return memoryKib.map(values -> (double) values[slot]);
  }

  TraceRow.TypeEvidence evidence() {
    return evidence;
  }

  /** Returns the name of the nearest type for each slot. */
  List<String> nearestTypes(NearestType types) {
    List<String> names = new ArrayList<>(vcpus.length);
    for (int slot = 0; slot < vcpus.length; slot++) {
      names.add(slot > 0 && isSame(slot) ? names.get(slot - 1) : nearest(types, slot));
    }
    return names;
  }

  private String nearest(NearestType types, int slot) {
    return types.to(
        new VCpus(vcpus[slot]), memoryKib(slot).map(kib -> new Mebibytes(kib / KIB_PER_MIB)));
  }

  private boolean isSame(int slot) {
    return vcpus[slot] == vcpus[slot - 1]
        && memoryKib.map(values -> values[slot] == values[slot - 1]).orElse(true);
  }

  private static Optional<float[]> column(
      TraceColumns columns, String single, String runs, int slots) {
    if (!columns.text(runs).isEmpty()) {
      return Optional.of(SlotValues.inForce(runs, columns.text(runs), slots));
    }
    if (columns.text(single).isEmpty()) {
      return Optional.empty();
    }
    float[] values = new float[slots];
    Arrays.fill(values, SlotValues.positive(single, columns.text(single)));
    return Optional.of(values);
  }
}
