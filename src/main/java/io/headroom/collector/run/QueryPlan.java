package io.headroom.collector.run;

import io.headroom.collector.Grain;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.series.Metric;
import io.headroom.model.unit.TimeRange;
import io.headroom.recording.collected.CollectedRanges;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what is still to be asked for: what is older than what is there, and what is newer. The
 * newest slots are asked for again, because they may have been unfinished or late. Old samples are
 * asked for in the slots in which they still exist.
 */
final class QueryPlan {

  /** Agents may send samples that are so old; what comes later is lost to a recording. */
  private static final Duration UNFINISHED = Duration.ofMinutes(30);

  private final List<Grain> grains;
  private final Instant now;
  private final TimeRange wanted;

  QueryPlan(List<Grain> grains, CollectionOrder order) {
    this.grains = List.copyOf(grains);
    this.now = order.now();
    Duration finest = grains.get(0).step();
    Instant end = floor(order.end(), finest);
    this.wanted = new TimeRange(floor(end.minus(order.lookback()), finest), end);
  }

  /** Returns the end of the last slot that is asked for. */
  Instant end() {
    return wanted.end();
  }

  List<SeriesQuery> queries(MeasuredMachine measured, CollectedRanges collected) {
    List<SeriesQuery> queries = new ArrayList<>();
    for (Metric metric : measured.metrics()) {
      for (TimeRange missing : missing(collected.of(measured.machine().id(), metric))) {
        byGrain(missing)
            .forEach(
                part ->
                    queries.add(
                        new SeriesQuery(measured.machine(), metric, part.range(), part.step())));
      }
    }
    return queries;
  }

  private List<TimeRange> missing(Optional<TimeRange> collected) {
    if (collected.isEmpty() || !collected.get().end().isAfter(wanted.start())) {
      return List.of(wanted);
    }
    List<TimeRange> missing = new ArrayList<>();
    TimeRange there = collected.get();
    if (wanted.start().isBefore(there.start())) {
      missing.add(new TimeRange(wanted.start(), earlier(there.start(), wanted.end())));
    }
    if (there.end().isBefore(wanted.end())) {
      Instant from = later(there.end().minus(UNFINISHED), wanted.start());
      missing.add(new TimeRange(later(from, there.start()), wanted.end()));
    }
    return missing;
  }

  /** A range in slots of one length. */
  private record Part(TimeRange range, Duration step) {}

  /** The newest part is in the finest slots; each limit lies on the grid of the longer slots. */
  private List<Part> byGrain(TimeRange range) {
    List<Part> parts = new ArrayList<>();
    Instant end = range.end();
    for (int i = 0; i < grains.size() && end.isAfter(range.start()); i++) {
      Grain grain = grains.get(i);
      Duration longer = i + 1 < grains.size() ? grains.get(i + 1).step() : grain.step();
      Instant kept = ceiling(now.minus(grain.keptFor()), longer);
      Instant start = later(ceiling(range.start(), grain.step()), kept);
      if (start.isBefore(end)) {
        parts.add(0, new Part(new TimeRange(start, end), grain.step()));
        end = start;
      }
    }
    return parts;
  }

  private static Instant floor(Instant time, Duration step) {
    long seconds = step.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  private static Instant ceiling(Instant time, Duration step) {
    Instant floor = floor(time, step);
    return floor.equals(time) ? time : floor.plus(step);
  }

  private static Instant later(Instant some, Instant more) {
    return some.isAfter(more) ? some : more;
  }

  private static Instant earlier(Instant some, Instant more) {
    return some.isBefore(more) ? some : more;
  }
}
