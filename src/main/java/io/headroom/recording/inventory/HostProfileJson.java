package io.headroom.recording.inventory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.WorkerPool;
import java.math.BigDecimal;

/** Makes the JSON object of a host profile; {@link HostProfileReader} reads it back. */
final class HostProfileJson {

  private HostProfileJson() {}

  static ObjectNode of(HostProfile host) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    host.recipe().ifPresent(recipe -> json.put("recipe", recipe));
    if (host.web().isPresent() || host.background().isPresent()) {
      ObjectNode workers = json.putObject("workers");
      host.web().ifPresent(pool -> workers.set("web", workerPool(pool)));
      host.background().ifPresent(pool -> workers.set("background", workerPool(pool)));
    }
    host.coResident().ifPresent(vcpus -> put(json, "co_resident_vcpus", vcpus.value()));
    if (!host.services().isEmpty()) {
      ArrayNode services = json.putArray("services");
      host.services().forEach(services::add);
    }
    if (!host.pools().isEmpty()) {
      ArrayNode pools = json.putArray("pools");
      host.pools().forEach(pool -> pools.add(memoryPool(pool)));
    }
    return json;
  }

  private static ObjectNode workerPool(WorkerPool pool) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("count", pool.count());
    pool.perWorkerHigh().ifPresent(memory -> put(json, "per_worker_mib", memory.value()));
    pool.perWorkerLow().ifPresent(memory -> put(json, "per_worker_low_mib", memory.value()));
    pool.threads().ifPresent(threads -> json.put("threads", threads));
    pool.peakBusy().ifPresent(busy -> json.put("peak_busy", busy));
    if (!pool.changes().isEmpty()) {
      ArrayNode history = json.putArray("history");
      for (WorkerPool.CountChange change : pool.changes()) {
        history.addObject().put("from", change.from().toString()).put("count", change.count());
      }
    }
    return json;
  }

  private static ObjectNode memoryPool(MemoryPool pool) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("service", pool.service());
    put(json, "configured_mib", pool.configured().value());
    pool.used().ifPresent(memory -> put(json, "used_mib", memory.value()));
    json.put("kind", pool.kind().id());
    return json;
  }

  /** Writes 180 rather than 180.0 or 1.8E2. */
  private static void put(ObjectNode json, String name, double amount) {
    BigDecimal exact = BigDecimal.valueOf(amount).stripTrailingZeros();
    if (exact.scale() > 0) {
      json.put(name, exact);
    } else {
      json.put(name, exact.toBigInteger());
    }
  }
}
