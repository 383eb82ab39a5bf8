package io.headroom.testing.gce;

import com.google.monitoring.v3.Aggregation.Aligner;
import com.google.monitoring.v3.ListTimeSeriesRequest;
import com.google.monitoring.v3.Point;
import com.google.monitoring.v3.TimeInterval;
import com.google.monitoring.v3.TypedValue;
import com.google.protobuf.Timestamp;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the periods stand that samples are gathered in; Google's choice is not documented. */
public enum AlignedPeriods {
  /** Counted back from the end of the interval. */
  FROM_THE_END,
  /** On multiples of their length. */
  FROM_THE_EPOCH;

  /** Returns the points that a request asks for, the newest first. */
  List<Point> points(SampledSeries series, ListTimeSeriesRequest request) {
    long start = request.getInterval().getStartTime().getSeconds();
    long end = request.getInterval().getEndTime().getSeconds();
    Map<Long, List<Double>> periods = new TreeMap<>(Comparator.reverseOrder());
    long length = length(request);
    long anchor = this == FROM_THE_END ? end : 0;
    series
        .byEnd()
        .subMap(start + 1, end + 1)
        .forEach(
            (second, value) ->
                periods
                    .computeIfAbsent(
                        anchor - Math.floorDiv(anchor - second, length) * length,
                        key -> new ArrayList<>())
                    .add(value));
    return periods.entrySet().stream()
        .map(
            one ->
                point(
                    one.getKey(),
                    gathered(one.getValue(), request.getAggregation().getPerSeriesAligner())))
        .toList();
  }

  private static long length(ListTimeSeriesRequest request) {
    if (!request.hasAggregation()) {
      return 60;
    }
    long length = request.getAggregation().getAlignmentPeriod().getSeconds();
    if (length < 60) {
      throw Status.INVALID_ARGUMENT.withDescription("alignment_period").asRuntimeException();
    }
    return length;
  }

  private static double gathered(Collection<Double> values, Aligner aligner) {
    return switch (aligner) {
      case ALIGN_NONE, ALIGN_MAX ->
          values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
      case ALIGN_MEAN -> values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      default -> throw Status.UNIMPLEMENTED.withDescription("aligner").asRuntimeException();
    };
  }

  private static Point point(long end, double value) {
    Timestamp at = Timestamp.newBuilder().setSeconds(end).build();
    return Point.newBuilder()
        .setInterval(TimeInterval.newBuilder().setStartTime(at).setEndTime(at))
        .setValue(TypedValue.newBuilder().setDoubleValue(value))
        .build();
  }
}
