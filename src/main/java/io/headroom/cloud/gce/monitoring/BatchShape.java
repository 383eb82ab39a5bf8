package io.headroom.cloud.gce.monitoring;

import io.headroom.collector.SeriesQuery;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one batch asks Google for: one metric in slots of one length, over a range that covers those
 * of its queries, of a few machines by their ids or of the whole project.
 *
 * @param ids of the machines, in order; empty for the whole project
 * @param machines how many machines will answer
 */
record BatchShape(GoogleSeries series, SlotGrid grid, List<String> ids, int machines) {

  /** More ids than these would make a filter longer than the 2,048 characters that Google takes. */
  static final int MOST_IDS = 50;

  /** Sums are held until all series have come; this many values are 32 MiB. */
  private static final int HELD = 8 << 20;

  /**
   * Returns the shape for queries of one metric and step.
   *
   * @param inProject number of machines in the project
   */
  static BatchShape of(List<SeriesQuery> queries, int inProject) {
    SeriesQuery first = queries.get(0);
    Instant start =
        queries.stream()
            .map(one -> one.range().start())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Instant end =
        queries.stream().map(one -> one.range().end()).max(Comparator.naturalOrder()).orElseThrow();
    TreeSet<String> asked =
        queries.stream()
            .map(query -> query.machine().id())
            .collect(Collectors.toCollection(TreeSet::new));
    boolean few = asked.size() <= MOST_IDS && asked.size() < inProject;
    return new BatchShape(
        GoogleSeries.of(first.metric()).orElseThrow(),
        new SlotGrid(new TimeRange(start, end), first.step()),
        few ? List.copyOf(asked) : List.of(),
        few ? asked.size() : inProject);
  }

  /** Returns the filter for the series of one metric type. */
  String filter(String type) {
    String all = series.filter(type);
    return ids.isEmpty()
        ? all
        : ids.stream()
            .map(id -> "\"" + id + "\"")
            .collect(
                Collectors.joining(",", all + " AND resource.labels.instance_id = one_of(", ")"));
  }

  /** Returns the ranges that are asked for one after the other: one, unless sums take too much. */
  List<SlotGrid> chunks() {
    int slots = grid.slots();
    int each = series.isSum() ? Math.max(1, HELD / Math.max(1, machines)) : slots;
    List<SlotGrid> chunks = new ArrayList<>();
    for (int from = 0; from < slots; from += each) {
      chunks.add(grid.part(from, Math.min(slots, from + each)));
    }
    return chunks;
  }
}
