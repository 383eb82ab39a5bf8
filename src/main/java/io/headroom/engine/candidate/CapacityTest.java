package io.headroom.engine.candidate;

import io.headroom.engine.worker.WorkerFit;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.demand.Demands;
import io.headroom.model.demand.Traffic;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.Instance;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether a type carries a need; the first dimension it fails, in a fixed order. */
final class CapacityTest {

  private final Need need;
  private final OptionalInt attached;

  CapacityTest(Instance instance, Need need) {
    this.need = need;
    this.attached =
        instance
            .hardware()
            .disks()
            .map(disks -> OptionalInt.of(networkDisks(disks)))
            .orElse(OptionalInt.empty());
  }

  private static int networkDisks(List<AttachedDisk> disks) {
    return (int) disks.stream().filter(disk -> !disk.local()).count();
  }

  /** Returns why {@code type} with the workers of {@code fit} does not do, or nothing. */
  Optional<Refusal> refusal(InstanceType type, Optional<WorkerFit> fit) {
    return cpu(type)
        .or(() -> memory(type, fit))
        .or(() -> attachments(type))
        .or(() -> traffic(type));
  }

  private Optional<Refusal> cpu(InstanceType type) {
    VCpus counted = Need.countedVcpus(type);
    if (!counted.covers(need.required().vcpus())) {
      return shortOf("CPU", counted, need.required().vcpus());
    }
    return type.sustained().covers(need.required().sustained())
        ? Optional.empty()
        : shortOf("sustained CPU", type.sustained(), need.required().sustained());
  }

  /** Whether the memory of a type and its workers do. */
  Optional<Refusal> memory(InstanceType type, Optional<WorkerFit> fit) {
    Mebibytes memory = type.memory();
    boolean headroomIsNoReason =
        need.memoryCeiling().filter(ceiling -> memory.covers(ceiling)).isPresent();
    boolean exempt = headroomIsNoReason && need.sizing().isNeededDerived();
    if (fit.isPresent() && !fit.get().isEnough() && !exempt) {
      return Optional.of(fit.get().refusal());
    }
    Mebibytes wanted = need.memoryFloor();
    if (fit.isEmpty() && !headroomIsNoReason) {
      wanted = wanted.max(need.sizing().requiredOn(memory));
    }
    return memory.covers(wanted) ? Optional.empty() : shortOf("memory", memory, wanted);
  }

  private Optional<Refusal> attachments(InstanceType type) {
    OptionalInt most = type.limits().attachments();
    return attached.isPresent() && most.isPresent() && most.getAsInt() < attached.getAsInt()
        ? Optional.of(new Refusal.Attachments(most.getAsInt(), attached.getAsInt()))
        : Optional.empty();
  }

  private Optional<Refusal> traffic(InstanceType type) {
    Demands demands = need.analysis().demands();
    return demands
        .network()
        .flatMap(
            traffic ->
                traffic("network", traffic, type.limits().network(), type.limits().networkBurst()))
        .or(
            () ->
                demands
                    .disk()
                    .flatMap(
                        traffic ->
                            traffic(
                                "disk throughput",
                                traffic,
                                type.limits().disk(),
                                type.limits().diskBurst())))
        .or(
            () ->
                demands
                    .iops()
                    .flatMap(
                        traffic ->
                            traffic(
                                "disk operations",
                                traffic,
                                type.limits().iops(),
                                type.limits().iopsBurst())));
  }

  private static <Q extends Comparable<Q>> Optional<Refusal> traffic(
      String what, Traffic<Q> traffic, Optional<Q> baseline, Optional<Q> ceiling) {
    if (baseline.isPresent() && baseline.get().compareTo(traffic.lasting()) < 0) {
      return shortOf(what, baseline.get(), traffic.lasting());
    }
    return ceiling.isPresent() && ceiling.get().compareTo(traffic.peak()) < 0
        ? shortOf(what + " burst", ceiling.get(), traffic.peak())
        : Optional.empty();
  }

  private static Optional<Refusal> shortOf(String what, Object has, Object needs) {
    return Optional.of(new Refusal.ShortOf(what, has, needs));
  }
}
