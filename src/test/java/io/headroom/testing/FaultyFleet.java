package io.headroom.testing;

import static io.headroom.testing.RecordingFiles.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A recording of 42 days, until {@code 2026-08-03}, of machines that lack something in turn. Each
 * has 2 vCPU and 8 GiB (m5.large) and uses a tenth of its CPU.
 */
public final class FaultyFleet {

  /** The machines, by id; what they lack is in their id. */
  public static final List<String> IDS =
      List.of(
          "i-1-nothing",
          "i-2-samples",
          "i-3-memory",
          "i-4-half-of-memory",
          "i-5-room-in-memory",
          "i-6-known-type",
          "i-7-known-region",
          "i-8-running",
          "i-9-days");

  private static final Instant END = Instant.parse("2026-08-03T00:00:00Z");
  private static final int SLOTS_A_DAY = 288;
  private static final int DAYS = 42;

  private final List<String> rows = new ArrayList<>();

  private FaultyFleet() {}

  /** Writes the recording. */
  public static void write(Path directory) {
    RecordingFiles.write(directory.resolve("inventory.json"), inventory());
    FaultyFleet fleet = new FaultyFleet();
    fleet.whole("i-1-nothing");
    fleet.cpu("i-3-memory", DAYS);
    fleet.cpu("i-4-half-of-memory", DAYS);
    fleet.memory("i-4-half-of-memory", DAYS, "1024;");
    fleet.cpu("i-5-room-in-memory", DAYS);
    fleet.memory("i-5-room-in-memory", DAYS, "8100;8100");
    fleet.whole("i-6-known-type");
    fleet.whole("i-7-known-region");
    fleet.cpu("i-9-days", 2);
    fleet.memory("i-9-days", 2, "1024;1024");
    RecordingFiles.writeSamples(directory, fleet.rows.toArray(String[]::new));
  }

  private static String inventory() {
    return RecordingFiles.inventoryOf(
        machine("i-1-nothing"),
        machine("i-2-samples"),
        machine("i-3-memory"),
        machine("i-4-half-of-memory"),
        machine("i-5-room-in-memory"),
        machine("i-6-known-type").replace("m5.large", "zz9.large"),
        machine("i-7-known-region").replace("us-east-1", "mars-north-1"),
        machine("i-8-running", ", \"state\": \"stopped\""),
        machine("i-9-days"));
  }

  private void whole(String id) {
    cpu(id, DAYS);
    memory(id, DAYS, "1024;1024");
  }

  private void cpu(String id, int days) {
    row(id, "cpu_utilization_avg,percent", days, "10;10");
  }

  private void memory(String id, int days, String twoSlots) {
    row(id, "memory_used,mib", days, twoSlots);
  }

  private void row(String id, String metricAndUnit, int days, String twoSlots) {
    String values = String.join(";", Collections.nCopies(days * SLOTS_A_DAY / 2, twoSlots));
    rows.add(id + "," + metricAndUnit + "," + END.minus(Duration.ofDays(days)) + ",300," + values);
  }
}
