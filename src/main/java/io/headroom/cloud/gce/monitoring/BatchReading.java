package io.headroom.cloud.gce.monitoring;

import com.google.monitoring.v3.Aggregation;
import com.google.monitoring.v3.ListTimeSeriesRequest;
import com.google.protobuf.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Makes the requests of one batch and hands the values over. */
final class BatchReading {

  private final TimeSeriesPages pages;
  private final String project;
  private final BatchShape shape;
  private final PieceSink sink;

  BatchReading(TimeSeriesPages pages, String project, BatchShape shape, PieceSink sink) {
    this.pages = pages;
    this.project = project;
    this.shape = shape;
    this.sink = sink;
  }

  /**
   * Reads everything and says of each query that it is answered, if it has not failed.
   *
   * @throws io.headroom.model.cloud.CloudException if a page cannot be read
   */
  void read() {
    for (SlotGrid grid : shape.chunks()) {
      if (shape.series().isSum()) {
        sums(grid);
      } else {
        String type = shape.series().types().get(0);
        each(type, grid, (id, piece) -> sink.accept(id, grid, piece));
      }
    }
    sink.finish();
  }

  /** A machine's sum is known when all of its series have come, in whatever order they come. */
  private void sums(SlotGrid grid) {
    Optional<Map<String, Piece>> whole = Optional.empty();
    for (String type : shape.series().types()) {
      Map<String, Piece> sums = new TreeMap<>();
      each(
          type,
          grid,
          (id, piece) ->
              sums.computeIfAbsent(id, machine -> Piece.empty(0, grid.slots())).add(piece));
      whole = Optional.of(whole.map(before -> both(before, sums)).orElse(sums));
    }
    whole.orElseThrow().forEach((id, piece) -> sink.accept(id, grid, piece));
  }

  /** Reads without writes would be low usage: a slot that lacks either has no sum. */
  private static Map<String, Piece> both(Map<String, Piece> one, Map<String, Piece> other) {
    Map<String, Piece> sums = new TreeMap<>();
    one.forEach(
        (id, piece) -> {
          Piece second = other.get(id);
          if (second != null) {
            sums.put(id, piece.plus(second));
          }
        });
    return sums;
  }

  private void each(String type, SlotGrid grid, BiConsumer<String, Piece> target) {
    PieceReader reader = new PieceReader(grid, shape.series(), TimeSeriesPages.call(project, type));
    pages.read(
        project,
        request(type, grid),
        type,
        one -> {
          String id = one.getResource().getLabelsOrDefault(TimeSeriesPages.INSTANCE_ID, "");
          if (sink.wants(id)) {
            target.accept(id, reader.read(one));
          }
        });
  }

  private ListTimeSeriesRequest request(String type, SlotGrid grid) {
    return ListTimeSeriesRequest.newBuilder()
        .setFilter(shape.filter(type))
        .setInterval(grid.interval())
        .setAggregation(
            Aggregation.newBuilder()
                .setAlignmentPeriod(Duration.newBuilder().setSeconds(grid.step().toSeconds()))
                .setPerSeriesAligner(shape.series().aligner()))
        .build();
  }
}
