package io.headroom.model.series;

import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lays pieces of one metric over each other, in the order in which they come: a sample replaces the
 * one its slot had, a gap replaces nothing. Where a piece has slots of another length or unit, what
 * was there before ends before its first sample and goes on after its last.
 */
public final class SeriesOverlay {

  private record Grid(SampleUnit unit, int step, long offset) {
    static Grid of(Series series) {
      return new Grid(
          series.unit(),
          series.stepSeconds(),
          Math.floorMod(series.startEpochSecond(), series.stepSeconds()));
    }
  }

  private List<Series> pieces = new ArrayList<>();

  /** Lays a piece over those before. */
  public void add(Series whole) {
    Series piece = trimmed(whole);
    if (piece.slots() == 0) {
      return;
    }
    Grid grid = Grid.of(piece);
    List<Series> kept = new ArrayList<>();
    for (Series before : pieces) {
      if (Grid.of(before).equals(grid)) {
        kept.add(before);
      } else {
        without(before, piece).filter(part -> part.slots() > 0).forEach(kept::add);
      }
    }
    kept.add(piece);
    pieces = kept;
  }

  /** Returns what is seen now, as series that do not overlap. */
  public List<Series> seen() {
    Map<Grid, List<Series>> byGrid = new LinkedHashMap<>();
    pieces.forEach(
        piece -> byGrid.computeIfAbsent(Grid.of(piece), key -> new ArrayList<>()).add(piece));
    return byGrid.values().stream()
        .flatMap(some -> clusters(some).stream().map(SeriesOverlay::laid))
        .sorted(Comparator.comparingLong(Series::startEpochSecond))
        .toList();
  }

  private static Series trimmed(Series series) {
    int from = 0;
    int until = series.slots();
    while (from < until && !series.observed(from)) {
      from++;
    }
    while (until > from && !series.observed(until - 1)) {
      until--;
    }
    return series.within(range(series.slotStart(from), series.slotStart(until)));
  }

  private static Stream<Series> without(Series before, Series piece) {
    long start = before.startEpochSecond();
    long end = before.endEpochSecond();
    return Stream.of(
        before.within(range(start, Math.max(start, Math.min(end, piece.startEpochSecond())))),
        before.within(range(Math.min(end, Math.max(start, piece.endEpochSecond())), end)));
  }

  private static TimeRange range(long from, long until) {
    return new TimeRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
  }

  /** Groups pieces of one grid that overlap or touch; in a group they stay in their order. */
  private static List<List<Series>> clusters(List<Series> pieces) {
    List<Series> byStart =
        pieces.stream().sorted(Comparator.comparingLong(Series::startEpochSecond)).toList();
    List<List<Series>> clusters = new ArrayList<>();
    long end = Long.MIN_VALUE;
    for (Series piece : byStart) {
      if (piece.startEpochSecond() > end) {
        clusters.add(new ArrayList<>());
      }
      clusters.get(clusters.size() - 1).add(piece);
      end = Math.max(end, piece.endEpochSecond());
    }
    clusters.forEach(cluster -> cluster.sort(Comparator.comparingInt(pieces::indexOf)));
    return clusters;
  }

  private static Series laid(List<Series> cluster) {
    if (cluster.size() == 1) {
      return cluster.get(0);
    }
    Series first = cluster.get(0);
    long start = cluster.stream().mapToLong(Series::startEpochSecond).min().orElseThrow();
    long end = cluster.stream().mapToLong(Series::endEpochSecond).max().orElseThrow();
    float[] values = new float[Math.toIntExact((end - start) / first.stepSeconds())];
    Arrays.fill(values, Series.gap());
    for (Series piece : cluster) {
      int at = Math.toIntExact((piece.startEpochSecond() - start) / first.stepSeconds());
      for (int slot = 0; slot < piece.slots(); slot++) {
        values[at + slot] = piece.observed(slot) ? piece.value(slot) : values[at + slot];
      }
    }
    return Series.adopting(
        first.metric(), first.unit(), Instant.ofEpochSecond(start), first.stepSeconds(), values);
  }
}
