package io.headroom.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.executor.probe.HostCondition;
import io.headroom.executor.probe.HostMeasurement;
import io.headroom.executor.probe.WorkerUse;
import io.headroom.model.unit.Mebibytes;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/** What was measured on a host, for programs. What is not known is left out. */
final class MeasurementJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private MeasurementJson() {}

  static void write(String machine, HostMeasurement measured, PrintWriter out) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("api_version", "headroom/v1").put("kind", "HostMeasurement").put("machine", machine);
    json.put("channel", measured.channel());
    measured.names().forEach(json.putArray("names")::add);
    condition(json, measured.condition());
    measured.profile().recipe().ifPresent(recipe -> json.put("recipe", recipe));
    measured.web().ifPresent(use -> json.set("web", workers(use)));
    measured.background().ifPresent(use -> json.set("background", workers(use)));
    measured.profile().services().forEach(json.putArray("services")::add);
    measured
        .profile()
        .pools()
        .forEach(
            pool -> {
              ObjectNode one = json.withArray("pools").addObject().put("service", pool.service());
              put(one, "configured_mib", pool.configured());
              pool.used().ifPresent(used -> put(one, "used_mib", used));
              one.put("kind", pool.kind().id());
            });
    measured
        .queues()
        .forEach(
            queue -> {
              ObjectNode one = json.withArray("queues").addObject().put("name", queue.name());
              one.put("length", queue.length());
              queue.oldest().ifPresent(since -> one.put("oldest_since", since.toString()));
            });
    try (JsonGenerator generator = JSON.getFactory().createGenerator(out)) {
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      generator.setPrettyPrinter(new DefaultPrettyPrinter());
      JSON.writeTree(generator, json);
    }
    out.print('\n');
  }

  private static void condition(ObjectNode json, HostCondition condition) {
    json.put("vcpus", condition.cpus());
    put(json, "memory_mib", condition.memory());
    json.put("uptime_seconds", condition.uptime().toSeconds());
    put(json, "out_of_memory_kills_since_boot", condition.outOfMemoryKills());
    put(json, "out_of_memory_kills_7d", condition.recentOutOfMemoryKills());
    put(json, "worker_timeouts_7d", condition.workerTimeouts());
    ObjectNode pressure = json.putObject("pressure_fraction");
    condition
        .pressure()
        .forEach((resource, share) -> pressure.put(resource, rounded(share.fraction(), 4)));
  }

  private static ObjectNode workers(WorkerUse use) {
    ObjectNode json = JSON.createObjectNode().put("count", use.count());
    json.put("threads", use.threads());
    use.memory()
        .ifPresent(
            memory -> {
              put(json, "total_mib", memory.total());
              put(json, "per_worker_mib", memory.high());
              put(json, "per_worker_low_mib", memory.low());
            });
    put(json, "busy", use.busy());
    put(json, "waiting", use.waiting());
    put(json, "max_requests", use.maxRequests());
    return json;
  }

  private static void put(ObjectNode json, String name, OptionalInt value) {
    value.ifPresent(number -> json.put(name, number));
  }

  private static void put(ObjectNode json, String name, Mebibytes memory) {
    json.put(name, rounded(memory.value(), 1));
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
