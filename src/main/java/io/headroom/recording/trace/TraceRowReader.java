package io.headroom.recording.trace;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.recording.samples.RowLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Makes of a trace's row what a recording has: vCPUs and MiB used, and the types it is like. */
final class TraceRowReader {

  /** More than nine years in slots of a minute. */
  private static final int MAX_SLOTS = 5_000_000;

  private static final double PERCENT = 100;
  private static final double KIB_PER_MIB = 1024;

  private final NearestType types;
  private final OptionalInt assumedVcpus;

  /**
   * Prepares to read.
   *
   * @param assumedVcpus vCPUs of machines whose cores the trace does not have
   */
  TraceRowReader(NearestType types, OptionalInt assumedVcpus) {
    this.types = types;
    this.assumedVcpus = assumedVcpus;
  }

  /** When the slots of a row are. */
  private record Grid(Instant start, int step, int slots) {
    Instant end() {
      return start.plusSeconds((long) step * slots);
    }
  }

  /**
   * Returns the row; nothing if its cores are not known.
   *
   * @throws TraceFault if a column is not what it should be
   */
  Optional<TraceRow> read(NamedCsvRecord csv) {
    TraceColumns columns = new TraceColumns(csv);
    Grid grid =
        new Grid(
            columns.start(),
            columns.count(TraceColumns.STEP, RowLimits.MAX_STEP),
            columns.count(TraceColumns.SLOTS, MAX_SLOTS));
    if (!RowLimits.allowsEnd(grid.end())) {
      throw new TraceFault(
          TraceColumns.SLOTS, grid.slots() + " slots; expected an end before 2100");
    }
    return TraceCapacity.of(columns, grid.slots(), assumedVcpus)
        .map(capacity -> row(columns, grid, capacity));
  }

  private TraceRow row(TraceColumns columns, Grid grid, TraceCapacity capacity) {
    columns.requiredText(TraceColumns.CPU);
    return new TraceRow(
        columns.line(),
        columns.requiredText(TraceColumns.ID),
        columns.text("dataset"),
        columns.tags(),
        TypeStretches.of(
            capacity.nearestTypes(types), grid.start(), Duration.ofSeconds(grid.step())),
        capacity.evidence(),
        series(columns, grid, capacity));
  }

  private static List<Series> series(TraceColumns columns, Grid grid, TraceCapacity capacity) {
    return Stream.of(
            cpu(columns, TraceColumns.CPU, Metric.CPU_UTILIZATION_AVG, grid, capacity),
            cpu(columns, "cpu_max_pct", Metric.CPU_UTILIZATION_MAX, grid, capacity),
            memory(columns, grid, capacity))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Series> cpu(
      TraceColumns columns, String column, Metric metric, Grid grid, TraceCapacity capacity) {
    if (columns.text(column).isEmpty()) {
      return Optional.empty();
    }
    float[] values = SlotValues.samples(column, columns.text(column), grid.slots());
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = (float) (values[slot] / PERCENT * capacity.vcpus(slot));
    }
    return Optional.of(
        Series.adopting(metric, SampleUnit.VCPUS, grid.start(), grid.step(), values));
  }

  private static Optional<Series> memory(TraceColumns columns, Grid grid, TraceCapacity capacity) {
    boolean amounts = !columns.text("mem_used_kib").isEmpty();
    String column = amounts ? "mem_used_kib" : "mem_pct";
    if (columns.text(column).isEmpty() || (!amounts && capacity.memoryKib(0).isEmpty())) {
      return Optional.empty();
    }
    float[] values = SlotValues.samples(column, columns.text(column), grid.slots());
    for (int slot = 0; slot < values.length; slot++) {
      double kib =
          amounts ? values[slot] : values[slot] / PERCENT * capacity.memoryKib(slot).orElseThrow();
      values[slot] = (float) (kib / KIB_PER_MIB);
    }
    return Optional.of(
        Series.adopting(Metric.MEMORY_USED, SampleUnit.MIB, grid.start(), grid.step(), values));
  }
}
