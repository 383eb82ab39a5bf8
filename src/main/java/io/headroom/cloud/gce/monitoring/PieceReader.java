package io.headroom.cloud.gce.monitoring;

import com.google.monitoring.v3.Point;
import com.google.monitoring.v3.TimeSeries;
import io.headroom.cloud.gce.GceCall;
import io.headroom.cloud.gce.GceErrors;
import java.util.List;

/**
 * Takes the points of a series, newest first as Google gives them or not, to the slots of a grid.
 */
final class PieceReader {

  private final SlotGrid grid;
  private final GoogleSeries series;
  private final GceCall what;

  PieceReader(SlotGrid grid, GoogleSeries series, GceCall what) {
    this.grid = grid;
    this.series = series;
    this.what = what;
  }

  /**
   * Returns the values of all points, in the unit of the series.
   *
   * @throws io.headroom.model.cloud.CloudException if a point is between two slots or no number: no
   *     point of such an answer can be trusted
   */
  Piece read(TimeSeries from) {
    List<Point> points = from.getPointsList();
    int first = grid.slots();
    int last = -1;
    for (Point point : points) {
      int slot = slot(point);
      first = Math.min(first, slot);
      last = Math.max(last, slot);
    }
    Piece piece = Piece.empty(Math.min(first, last + 1), last + 1);
    for (Point point : points) {
      piece.put(slot(point), series.converted(number(point)));
    }
    return piece;
  }

  private int slot(Point point) {
    return grid.slot(point)
        .orElseThrow(
            () ->
                GceErrors.unexpected(
                    what,
                    "a point ends at second "
                        + point.getInterval().getEndTime().getSeconds()
                        + ", where no slot of "
                        + grid.step().toSeconds()
                        + " s that was asked for ends"));
  }

  private double number(Point point) {
    return switch (point.getValue().getValueCase()) {
      case DOUBLE_VALUE -> point.getValue().getDoubleValue();
      case INT64_VALUE -> point.getValue().getInt64Value();
      case BOOL_VALUE, STRING_VALUE, DISTRIBUTION_VALUE, VALUE_NOT_SET ->
          throw GceErrors.unexpected(
              what, "a value is " + point.getValue().getValueCase() + ", not a number");
    };
  }
}
