package io.headroom.recording.inventory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.BootMode;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.PublicAddress;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.Virtualization;
import io.headroom.model.unit.TimeRange;

/** Makes the JSON object of a machine; {@link InstanceReader} reads it back. */
final class InstanceJson {

  private InstanceJson() {}

  static ObjectNode of(Instance instance) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", instance.id());
    if (!instance.name().isEmpty()) {
      json.put("name", instance.name());
    }
    addPlacement(json, instance.placement());
    addType(json, instance);
    addStates(json, instance);
    addHardware(json, instance.hardware());
    addOwner(json, instance);
    instance.samplingPeriod().ifPresent(period -> json.put("sampling_seconds", period.toSeconds()));
    instance.memoryMeasure().map(MemoryMeasure::id).ifPresent(id -> json.put("memory_measure", id));
    if (!instance.host().equals(HostProfile.UNKNOWN)) {
      json.set("host_profile", HostProfileJson.of(instance.host()));
    }
    return json;
  }

  private static void addPlacement(ObjectNode json, Placement placement) {
    json.put("provider", placement.provider().id());
    if (!placement.account().isEmpty()) {
      json.put("account", placement.account());
    }
    json.put("region", placement.region());
    placement.zone().ifPresent(zone -> json.put("zone", zone));
  }

  private static void addType(ObjectNode json, Instance instance) {
    json.put("instance_type", instance.type().present());
    if (!instance.type().isAssumed()) {
      ArrayNode history = json.putArray("type_history");
      for (TypeChange change : instance.type().changes()) {
        history
            .addObject()
            .put("from", change.from().toString())
            .put("instance_type", change.instanceType())
            .put("made_by_headroom", change.madeByHeadroom());
      }
    }
  }

  private static void addStates(ObjectNode json, Instance instance) {
    json.put("state", instance.state().id());
    if (!instance.stopped().isEmpty()) {
      ArrayNode stopped = json.putArray("stopped");
      for (TimeRange range : instance.stopped()) {
        stopped
            .addObject()
            .put("from", range.start().toString())
            .put("until", range.end().toString());
      }
    }
    instance.launched().ifPresent(time -> json.put("launched_at", time.toString()));
    instance.lifecycle().map(Lifecycle::id).ifPresent(id -> json.put("lifecycle", id));
    instance.creditMode().map(CreditMode::id).ifPresent(id -> json.put("credit_mode", id));
    instance.platform().map(Platform::id).ifPresent(id -> json.put("platform", id));
  }

  private static void addHardware(ObjectNode json, HardwareFacts hardware) {
    hardware.architecture().map(Architecture::id).ifPresent(id -> json.put("architecture", id));
    hardware
        .virtualization()
        .map(Virtualization::id)
        .ifPresent(id -> json.put("virtualization", id));
    hardware.enaSupport().ifPresent(ena -> json.put("ena", ena));
    hardware.bootMode().map(BootMode::id).ifPresent(id -> json.put("boot_mode", id));
    hardware
        .disks()
        .ifPresent(
            disks -> {
              ArrayNode list = json.putArray("disks");
              disks.forEach(
                  disk -> list.addObject().put("kind", disk.kind()).put("local", disk.local()));
            });
    hardware.interfaces().ifPresent(count -> json.put("network_interfaces", count));
    hardware.publicAddress().map(PublicAddress::id).ifPresent(id -> json.put("public_address", id));
    hardware.minCpuPlatform().ifPresent(platform -> json.put("min_cpu_platform", platform));
  }

  private static void addOwner(ObjectNode json, Instance instance) {
    instance
        .manager()
        .ifPresent(
            manager ->
                json.putObject("managed_by")
                    .put("kind", manager.kind().id())
                    .put("name", manager.name()));
    if (!instance.tags().isEmpty()) {
      ObjectNode tags = json.putObject("tags");
      instance.tags().forEach(tags::put);
    }
  }
}
