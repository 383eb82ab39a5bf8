package io.headroom.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names of horizontal lines, set above them and pushed apart where they would overlap. */
public final class LineLabels {

  private static final double LINE_HEIGHT = 14;
  private static final double ABOVE = 7;

  private final List<Label> labels = new ArrayList<>();

  private record Label(double y, String style, String text) {}

  /** Adds the name of a line at {@code y}. */
  public LineLabels add(double y, String style, String text) {
    labels.add(new Label(y - ABOVE, style, text));
    return this;
  }

  /**
   * Writes the names at the right edge.
   *
   * @param bottom lowest place for a name
   */
  public void write(SvgWriter svg, double bottom) {
    double[] places = places(bottom);
    for (int i = 0; i < places.length; i++) {
      svg.label(labels.get(i).style() + " end", 1, places[i], labels.get(i).text());
    }
  }

  /** Returns where the names go, from the top; as many as were added. */
  double[] places(double bottom) {
    labels.sort(Comparator.comparingDouble(Label::y).thenComparing(Label::text));
    double[] places = new double[labels.size()];
    double free = LINE_HEIGHT;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(labels.get(i).y(), free);
      free = places[i] + LINE_HEIGHT;
    }
    double limit = bottom;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], limit);
      limit = places[i] - LINE_HEIGHT;
    }
    return places;
  }
}
