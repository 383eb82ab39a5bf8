package io.headroom.recording.inventory;

import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.BootMode;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.PublicAddress;
import io.headroom.model.machine.Virtualization;
import java.util.OptionalInt;

/** Reads the hardware facts, which stand among the machine's own properties. */
final class HardwareReader {

  private static final Shape<Architecture> ARCHITECTURE =
      Shape.oneOf(Architecture.values(), Architecture::id);
  private static final Shape<Virtualization> VIRTUALIZATION =
      Shape.oneOf(Virtualization.values(), Virtualization::id);
  private static final Shape<BootMode> BOOT_MODE = Shape.oneOf(BootMode.values(), BootMode::id);
  private static final Shape<PublicAddress> PUBLIC_ADDRESS =
      Shape.oneOf(PublicAddress.values(), PublicAddress::id);

  private HardwareReader() {}

  static HardwareFacts read(FieldReader fields) {
    return new HardwareFacts(
        fields.optional("architecture", ARCHITECTURE),
        fields.optional("virtualization", VIRTUALIZATION),
        fields.optional("ena", Shape.FLAG),
        fields.optional("boot_mode", BOOT_MODE),
        fields.objects("disks", HardwareReader::disk),
        fields
            .optional("network_interfaces", Shape.wholeNumber(0))
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()),
        fields.optional("public_address", PUBLIC_ADDRESS),
        fields.optional("min_cpu_platform", Shape.NAME));
  }

  private static AttachedDisk disk(FieldReader fields) {
    return new AttachedDisk(
        fields.required("kind", Shape.NAME), fields.required("local", Shape.FLAG));
  }
}
