package io.headroom.recording.trace;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the rows of one machine add up to; its series are in the spool. */
final class TracedMachine {

  private final String id;
  private final String dataset;
  private final SortedMap<String, String> tags;
  private final List<Part> parts = new ArrayList<>();

  TracedMachine(TraceRow first) {
    id = first.id();
    dataset = first.dataset();
    tags = new TreeMap<>(first.tags());
  }

  /** A row of which the samples are in the spool. */
  private record Part(
      List<TypeChange> types, TraceRow.TypeEvidence evidence, List<SeriesSpool.Kept> series) {

    TypeChange first() {
      return types.get(0);
    }
  }

  /** Returns why a row cannot be of this machine; nothing if it can. */
  Optional<String> contradiction(TraceRow row) {
    if (!row.dataset().equals(dataset)) {
      return Optional.of("rows above are of another dataset; expected ids that differ");
    }
    boolean overlaps =
        row.series().stream()
            .anyMatch(
                series ->
                    series().stream()
                        .anyMatch(
                            kept ->
                                kept.metric() == series.metric()
                                    && kept.start().getEpochSecond() < series.endEpochSecond()
                                    && series.startEpochSecond() < kept.end().getEpochSecond()));
    return overlaps
        ? Optional.of(
            "its slots overlap those of a row above; expected rows that follow each other")
        : Optional.empty();
  }

  /** Adds a row that does not contradict; only tags that all rows agree on stay. */
  void add(TraceRow row, List<SeriesSpool.Kept> series) {
    tags.entrySet().retainAll(row.tags().entrySet());
    parts.add(new Part(row.types(), row.evidence(), series));
  }

  List<SeriesSpool.Kept> series() {
    return parts.stream().flatMap(part -> part.series().stream()).toList();
  }

  /** Returns the machine as one of a region. */
  Instance instance(RegionCatalog catalog) {
    Placement placement =
        new Placement(catalog.provider(), dataset, catalog.region(), Optional.empty());
    return Instance.builder(id, placement, types()).name(id).tags(tags).build();
  }

  /** Types are proven if the trace has the cores of every row; else the last one is assumed. */
  private TypeHistory types() {
    List<TypeChange> changes = new ArrayList<>();
    parts.stream()
        .sorted(Comparator.comparing(part -> part.first().from()))
        .flatMap(part -> part.types().stream())
        .filter(
            change ->
                changes.isEmpty()
                    || !changes
                        .get(changes.size() - 1)
                        .instanceType()
                        .equals(change.instanceType()))
        .forEachOrdered(changes::add);
    String present = changes.get(changes.size() - 1).instanceType();
    return parts.stream().allMatch(part -> part.evidence() == TraceRow.TypeEvidence.TRACED)
        ? new TypeHistory(present, changes)
        : TypeHistory.assumed(present);
  }
}
