package io.headroom.demo;

import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.BootMode;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.PublicAddress;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.machine.Virtualization;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Machines as the inventories of an agency's accounts know them. */
final class Accounts {

  /** Account ids that AWS uses in its documents, so that they are nobody's. */
  static final String CLIENTS = "111122223333";

  static final String INDIA = "444455556666";
  static final String WEB_PROJECT = "studio-web-prod";
  static final String DATA_PROJECT = "studio-data-prod";

  private Accounts() {}

  /** An EC2 machine on demand that has been of this type for as long as anybody knows. */
  static InstanceBuilder ec2(String id, String zone, String type) {
    return ec2(id, zone, history(type));
  }

  static InstanceBuilder ec2(String id, String zone, TypeHistory types) {
    String region = zone.substring(0, zone.length() - 1);
    String account = region.startsWith("ap-") ? INDIA : CLIENTS;
    return Instance.builder(
            id, new Placement(Provider.AWS, account, region, Optional.of(zone)), types)
        .lifecycle(Lifecycle.ON_DEMAND)
        .platform(Platform.LINUX)
        .samplingPeriod(Duration.ofMinutes(5))
        .hardware(ec2Hardware(Architecture.X86_64, PublicAddress.STATIC));
  }

  static HardwareFacts ec2Hardware(Architecture architecture, PublicAddress address) {
    return new HardwareFacts(
        Optional.of(architecture),
        Optional.of(Virtualization.HVM),
        Optional.of(true),
        Optional.of(architecture == Architecture.ARM64 ? BootMode.UEFI : BootMode.UEFI_PREFERRED),
        disks("gp3", 1),
        OptionalInt.of(1),
        Optional.of(address),
        Optional.empty());
  }

  /** A GCE machine on demand that has been of this type for as long as anybody knows. */
  static InstanceBuilder gce(String id, String project, String zone, String type) {
    String region = zone.substring(0, zone.length() - 2);
    return Instance.builder(
            id, new Placement(Provider.GCE, project, region, Optional.of(zone)), history(type))
        .lifecycle(Lifecycle.ON_DEMAND)
        .platform(Platform.LINUX)
        .samplingPeriod(Duration.ofMinutes(1))
        .hardware(
            new HardwareFacts(
                Optional.of(Architecture.X86_64),
                Optional.empty(),
                Optional.empty(),
                Optional.of(BootMode.UEFI),
                disks("pd-balanced", 1),
                OptionalInt.of(1),
                Optional.of(PublicAddress.NONE),
                Optional.empty()));
  }

  static Optional<List<AttachedDisk>> disks(String kind, int count) {
    return Optional.of(Collections.nCopies(count, new AttachedDisk(kind, /* local= */ false)));
  }

  /** A type since the beginning of the year. */
  static TypeHistory history(String type) {
    return new TypeHistory(
        type,
        List.of(
            new TypeChange(
                Instant.parse("2026-01-01T00:00:00Z"), type, /* madeByHeadroom= */ false)));
  }

  /** A type since the beginning of the year, and another since {@code change}, made by hand. */
  static TypeHistory changed(String before, Instant change, String after) {
    return new TypeHistory(
        after,
        List.of(
            new TypeChange(
                Instant.parse("2026-01-01T00:00:00Z"), before, /* madeByHeadroom= */ false),
            new TypeChange(change, after, /* madeByHeadroom= */ false)));
  }
}
