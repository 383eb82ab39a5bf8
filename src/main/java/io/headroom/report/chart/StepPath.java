package io.headroom.report.chart;

import java.util.function.IntToDoubleFunction;

/**
 * SVG path data of buckets, one unit wide each, in whole units and relative steps: a few bytes a
 * bucket. Gaps are left open.
 */
public final class StepPath {

  private final Buckets buckets;
  private final Scale scale;
  private final StringBuilder data = new StringBuilder();

  private StepPath(Buckets buckets, Scale scale) {
    this.buckets = buckets;
    this.scale = scale;
  }

  /** Returns the area between the smallest and the largest sample of each bucket. */
  public static String envelope(Buckets buckets, Scale scale) {
    StepPath path = new StepPath(buckets, scale);
    path.runs(path::closed);
    return path.data.toString();
  }

  /** Returns the line of the means. */
  public static String means(Buckets buckets, Scale scale) {
    StepPath path = new StepPath(buckets, scale);
    path.runs((from, until) -> path.along(from, until, buckets::mean));
    return path.data.toString();
  }

  /** Returns the line of the largest samples. */
  public static String maxima(Buckets buckets, Scale scale) {
    StepPath path = new StepPath(buckets, scale);
    path.runs((from, until) -> path.along(from, until, buckets::most));
    return path.data.toString();
  }

  private interface Run {
    void draw(int from, int until);
  }

  private void runs(Run run) {
    int from = 0;
    while (from < buckets.count()) {
      int until = from;
      while (until < buckets.count() && !buckets.isGap(until)) {
        until++;
      }
      if (until > from) {
        run.draw(from, until);
      }
      from = until + 1;
    }
  }

  private void along(int from, int until, IntToDoubleFunction value) {
    long at = place(value.applyAsDouble(from));
    data.append('M').append(from).append(' ').append(at);
    int flat = 1;
    for (int bucket = from + 1; bucket < until; bucket++) {
      long next = place(value.applyAsDouble(bucket));
      if (next != at) {
        data.append('h').append(flat).append('v').append(next - at);
        at = next;
        flat = 0;
      }
      flat++;
    }
    data.append('h').append(flat);
  }

  /** The largest samples forth, the smallest back; never thinner than one unit, so it is seen. */
  private void closed(int from, int until) {
    along(from, until, buckets::most);
    long at = place(buckets.most(until - 1));
    int flat = 0;
    for (int bucket = until - 1; bucket >= from; bucket--) {
      long next = Math.max(place(buckets.least(bucket)), place(buckets.most(bucket)) + 1);
      if (next != at) {
        if (flat > 0) {
          data.append('h').append(-flat);
          flat = 0;
        }
        data.append('v').append(next - at);
        at = next;
      }
      flat++;
    }
    data.append('h').append(-flat).append('z');
  }

  private long place(double value) {
    return Math.round(scale.at(value));
  }
}
