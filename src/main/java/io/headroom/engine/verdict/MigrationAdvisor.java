package io.headroom.engine.verdict;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Trait;
import io.headroom.model.demand.Demands;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.PublicAddress;
import io.headroom.model.machine.Virtualization;
import io.headroom.model.verdict.Blocker;
import io.headroom.model.verdict.MigrationEffort;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the way of a change and how much work it is. Source of the rules: EC2 User Guide,
 * "Change the instance type"; Google, "Edit the machine type of a VM instance".
 */
final class MigrationAdvisor {

  /** Google lets a machine type be changed in place up to the second generation. */
  private static final int LAST_IN_PLACE_GENERATION = 2;

  private final Instance instance;
  private final InstanceType present;
  private final Demands demands;

  MigrationAdvisor(Instance instance, InstanceType present, Demands demands) {
    this.instance = instance;
    this.present = present;
    this.demands = demands;
  }

  /** Returns how much work the change to {@code type} is. */
  MigrationEffort effort(InstanceType type) {
    if (present.architectures().stream().noneMatch(type.architectures()::contains)) {
      return MigrationEffort.MEDIUM;
    }
    if (type.provider() == Provider.GCE && !type.family().equals(present.family())) {
      return isInPlace(type) ? MigrationEffort.LOW : MigrationEffort.HIGH;
    }
    return type.is(Trait.XEN) == present.is(Trait.XEN)
        ? MigrationEffort.VERY_LOW
        : MigrationEffort.LOW;
  }

  private boolean isInPlace(InstanceType type) {
    return type.generation() <= LAST_IN_PLACE_GENERATION
        && present.generation() <= LAST_IN_PLACE_GENERATION;
  }

  /** Returns what stands in the way of the change to {@code type}: what blocks first. */
  List<Blocker> blockers(InstanceType type) {
    List<Blocker> blockers = new ArrayList<>();
    blocking(type, blockers);
    costs(blockers);
    blockers.add(new Blocker(Blocker.Kind.NOT_VERIFIED, unverified(type)));
    return blockers;
  }

  private void blocking(InstanceType type, List<Blocker> blockers) {
    HardwareFacts hardware = instance.hardware();
    instance
        .manager()
        .ifPresent(
            manager ->
                blocks(
                    blockers,
                    "member of "
                        + manager.kind().words()
                        + " "
                        + manager.name()
                        + ": change "
                        + manager.kind().remedy()
                        + " instead"));
    if (instance.lifecycle().filter(Lifecycle.ON_DEMAND::equals).isEmpty()) {
      instance
          .lifecycle()
          .ifPresent(how -> blocks(blockers, "bought as " + how.id() + ": its type is fixed"));
    }
    if (type.provider() == Provider.GCE) {
      gce(type, hardware, blockers);
    } else {
      ec2(type, hardware, blockers);
    }
  }

  private void gce(InstanceType type, HardwareFacts hardware, List<Blocker> blockers) {
    if (hardware.hasLocalDisk()) {
      blocks(blockers, "has a local SSD: its machine type cannot be changed");
    }
    boolean crosses = !type.family().equals(present.family());
    if (crosses && !isInPlace(type)) {
      blocks(blockers, "third generation or later: the workload must move to a new instance");
    }
    if (crosses && hardware.minCpuPlatform().isPresent()) {
      blocks(
          blockers,
          "minimum CPU platform "
              + hardware.minCpuPlatform().get()
              + ": set it to automatic first");
    }
  }

  private void ec2(InstanceType type, HardwareFacts hardware, List<Blocker> blockers) {
    boolean toNitro = present.is(Trait.XEN) && !type.is(Trait.XEN);
    if (toNitro
        && hardware.virtualization().filter(Virtualization.PARAVIRTUAL::equals).isPresent()) {
      blocks(blockers, "paravirtual image: the type needs HVM");
    }
    if (toNitro && hardware.enaSupport().filter(supported -> !supported).isPresent()) {
      blocks(blockers, "no ENA support: the type requires it");
    }
    if (hardware.hasLocalDisk()) {
      blockers.add(
          new Blocker(
              Blocker.Kind.ACCEPT_FIRST, "data loss: instance store is lost when it stops"));
    }
  }

  private static void blocks(List<Blocker> blockers, String text) {
    blockers.add(new Blocker(Blocker.Kind.BLOCKS, text));
  }

  private void costs(List<Blocker> blockers) {
    if (instance.hardware().publicAddress().filter(PublicAddress.EPHEMERAL::equals).isPresent()) {
      blockers.add(
          new Blocker(Blocker.Kind.ACCEPT_FIRST, "its public IPv4 address changes when it stops"));
    }
  }

  /** One blocker for everything nobody has looked at, so that the list stays readable. */
  private String unverified(InstanceType type) {
    List<String> open = new ArrayList<>();
    open.add(
        instance
            .placement()
            .zone()
            .map(zone -> "offered in " + zone)
            .orElse("offered in its zone"));
    if (type.provider() == Provider.AWS) {
      if (instance.hardware().bootMode().isEmpty()) {
        open.add("boot mode");
      }
      if (present.is(Trait.XEN)
          && !type.is(Trait.XEN)
          && instance.hardware().enaSupport().isEmpty()) {
        open.add("ENA and NVMe drivers");
      }
      if (instance.hardware().interfaces().orElse(1) > 1) {
        open.add("network interfaces");
      }
    }
    if (demands.network().isPresent() && type.limits().network().isEmpty()) {
      open.add("network bandwidth");
    }
    if ((demands.disk().isPresent() || demands.iops().isPresent())
        && (type.limits().disk().isEmpty() || type.limits().iops().isEmpty())) {
      open.add("disk limits");
    }
    if (demands.network().isEmpty() && lowersNetwork(type)) {
      open.add("network (not collected, and the type's baseline is lower)");
    }
    return String.join(", ", open);
  }

  private boolean lowersNetwork(InstanceType type) {
    return type.limits().network().isPresent()
        && present.limits().network().isPresent()
        && !type.limits().network().get().covers(present.limits().network().get());
  }
}
