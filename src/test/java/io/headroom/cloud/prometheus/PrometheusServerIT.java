package io.headroom.cloud.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.collector.SampleSink;
import io.headroom.collector.Scope;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.host.Background;
import io.headroom.testing.host.Ports;
import io.headroom.testing.host.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads from a real Prometheus, which holds samples such as the exporters give. */
@Tag("slow")
class PrometheusServerIT {

  private static final Instant START = Instant.parse("2026-07-20T00:00:00Z");
  private static final int MINUTES = 24 * 60;
  private static final int SLOTS = MINUTES / 5;
  private static final Scope SCOPE = Scope.of(Provider.AWS, "111122223333", "eu-central-1");
  private static final double TOTAL = 8e9;

  /** Between whole minutes, so that every version agrees on which samples a slot has. */
  private static final int OFFSET_SECONDS = 30;

  @TempDir static Path folder;

  private static Background server;
  private static int port;

  @BeforeAll
  static void serve() throws Exception {
    Path program = Programs.require("prometheus");
    Path text = folder.resolve("samples.txt");
    Files.writeString(text, openMetrics());
    Path data = Files.createDirectory(folder.resolve("data"));
    Process blocks =
        new ProcessBuilder(
                Programs.require("promtool").toString(),
                "tsdb",
                "create-blocks-from",
                "openmetrics",
                text.toString(),
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("promtool.log").toFile())
            .start();
    assertThat(blocks.waitFor()).as(Files.readString(folder.resolve("promtool.log"))).isZero();
    Path configuration = Files.writeString(folder.resolve("prometheus.yml"), "global: {}\n");
    port = Ports.free();
    server =
        Background.start(
            folder,
            Map.of(),
            List.of(
                program.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + data,
                "--storage.tsdb.retention.time=100y",
                "--web.listen-address=127.0.0.1:" + port));
    server.await("prometheus", () -> Ports.isOpen(port));
  }

  @AfterAll
  static void end() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void readsMeanAndMaximumOfEverySlot() {
    List<Series> mean = read("i-busy", Metric.MEMORY_USED);
    List<Series> maximum = read("i-busy", Metric.MEMORY_USED_MAX);

    for (int slot = 0; slot < SLOTS; slot++) {
      double sum = 0;
      double highest = 0;
      for (int minute = 5 * slot; minute < 5 * slot + 5; minute++) {
        sum += TOTAL - available(minute);
        highest = Math.max(highest, TOTAL - available(minute));
      }
      assertThat(value(mean, slot)).as("mean %d", slot).hasValue((float) (sum / 5));
      assertThat(value(maximum, slot)).as("maximum %d", slot).hasValue((float) highest);
    }
  }

  @Test
  void leavesAGapWhereTheExporterWasSilent() {
    List<Series> swap = read("i-silent", Metric.SWAP_USED);

    // silent from 06:00 to 08:00
    for (int slot = 0; slot < SLOTS; slot++) {
      boolean silent = slot >= 6 * 12 && slot < 8 * 12;
      assertThat(value(swap, slot).isEmpty()).as("slot %d", slot).isEqualTo(silent);
    }
  }

  @Test
  void readsPressureAsAShareOfTime() {
    List<Series> pressure = read("i-busy", Metric.PSI_CPU);

    // 15 of every 60 seconds were waited in; rate() extends to the ends of its window
    assertThat(value(pressure, 100).orElseThrow()).isCloseTo(0.25f, within(0.0001f));
  }

  @Test
  void findsOnlyWhatThereIs() {
    ScopeReader reader = open(machine("i-silent"), machine("i-unknown"));

    assertThat(reader.machines().get(0).metrics())
        .containsExactlyInAnyOrder(Metric.SWAP_USED, Metric.SWAP_USED_MAX);
    assertThat(reader.machines().get(1).metrics()).isEmpty();
  }

  private static org.assertj.core.data.Offset<Float> within(float distance) {
    return org.assertj.core.api.Assertions.within(distance);
  }

  private static Optional<Float> value(List<Series> pieces, int slot) {
    long start = START.getEpochSecond() + 300L * slot;
    for (Series piece : pieces) {
      long index = (start - piece.slotStart(0)) / 300;
      if (index >= 0 && index < piece.slots() && piece.observed((int) index)) {
        return Optional.of(piece.value((int) index));
      }
    }
    return Optional.empty();
  }

  private static List<Series> read(String id, Metric metric) {
    Instance machine = machine(id);
    ScopeReader reader = open(machine);
    TimeRange day = new TimeRange(START, START.plus(Duration.ofDays(1)));
    List<Series> pieces = new ArrayList<>();
    List<CloudException> failures = new ArrayList<>();
    reader
        .plan(List.of(new SeriesQuery(machine, metric, day, Duration.ofMinutes(5))))
        .forEach(batch -> reader.read(batch, new Pieces(pieces, failures)));
    assertThat(failures).isEmpty();
    return pieces;
  }

  private static ScopeReader open(Instance... machines) {
    PrometheusServer address = PrometheusServer.at("http://127.0.0.1:" + port);
    return new PrometheusSource(
            address, MachineLabel.INSTANCE_ID, () -> START.plus(Duration.ofDays(1)))
        .open(SCOPE, List.of(machines));
  }

  private static Instance machine(String id) {
    return Instance.builder(
            id,
            new Placement(Provider.AWS, "111122223333", "eu-central-1", Optional.empty()),
            TypeHistory.assumed("m5.large"))
        .build();
  }

  /** A saw that never rises and falls in step with the slots. */
  private static double available(int minute) {
    return 1e9 + 1e6 * (minute % 7);
  }

  private static String openMetrics() {
    StringBuilder text = new StringBuilder();
    family(text, "node_memory_MemTotal_bytes", "i-busy", minute -> TOTAL);
    family(text, "node_memory_MemAvailable_bytes", "i-busy", PrometheusServerIT::available);
    family(text, "node_memory_SwapTotal_bytes", "i-silent", minute -> 2e9);
    family(text, "node_memory_SwapFree_bytes", "i-silent", minute -> 1.5e9);
    family(text, "node_pressure_cpu_waiting_seconds_total", "i-busy", minute -> 15.0 * minute);
    return text.append("# EOF\n").toString();
  }

  private static void family(
      StringBuilder text, String name, String machine, IntToDoubleFunction value) {
    text.append("# TYPE ").append(name).append(" unknown\n");
    for (int minute = 0; minute < MINUTES; minute++) {
      boolean silent = "i-silent".equals(machine) && minute >= 6 * 60 && minute < 8 * 60;
      if (!silent) {
        text.append(name)
            .append("{instance_id=\"")
            .append(machine)
            .append("\"} ")
            .append(value.applyAsDouble(minute))
            .append(' ')
            .append(START.getEpochSecond() + 60L * minute + OFFSET_SECONDS)
            .append('\n');
      }
    }
  }

  private record Pieces(List<Series> pieces, List<CloudException> failures) implements SampleSink {

    @Override
    public void samples(SeriesQuery query, Series piece) {
      pieces.add(piece);
    }

    @Override
    public void answered(SeriesQuery query) {}

    @Override
    public void failed(SeriesQuery query, CloudException why) {
      failures.add(why);
    }
  }
}
