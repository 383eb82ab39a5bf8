package io.headroom.cloud.gce.compute;

import com.google.cloud.compute.v1.Warning;
import io.headroom.cloud.gce.GceCall;
import io.headroom.cloud.gce.GceCalls;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads an aggregated list: all zones of a project, page by page. A zone that cannot be reached is
 * remembered and the others are read.
 *
 * @param <P> a page
 * @param <I> an item
 */
final class ScopedPages<P, I> {

  /** The most that Google gives at once. */
  static final int PAGE = 500;

  private static final String UNREACHABLE = "UNREACHABLE";

  /**
   * How a page is taken apart.
   *
   * @param byToken asks for the page of a token, the first one for an empty token
   */
  record Shape<P, I>(
      Function<String, P> byToken,
      Function<P, String> nextToken,
      Function<P, List<Zone<I>>> zones,
      Function<P, List<String>> unreachable) {}

  /** A zone or region in a page. */
  record Zone<I>(String scope, List<I> items, Warning warning) {}

  private final GceCalls calls;
  private final GceCall what;
  private final Shape<P, I> shape;

  ScopedPages(GceCalls calls, GceCall what, Shape<P, I> shape) {
    this.calls = calls;
    this.what = what;
    this.shape = shape;
  }

  /**
   * Hands over every item and returns the scopes that could not be reached, such as {@code
   * zones/us-central1-a}.
   *
   * @throws io.headroom.model.cloud.CloudException if a page cannot be read
   */
  SortedSet<String> read(Consumer<I> sink) {
    SortedSet<String> unreachable = new TreeSet<>();
    String token = "";
    do {
      String at = token;
      P page = calls.make(what, () -> shape.byToken().apply(at));
      unreachable.addAll(shape.unreachable().apply(page));
      for (Zone<I> zone : shape.zones().apply(page)) {
        if (zone.warning().getCode().equals(UNREACHABLE)) {
          unreachable.add(zone.scope());
        }
        zone.items().forEach(sink);
      }
      token = shape.nextToken().apply(page);
    } while (!token.isEmpty());
    return unreachable;
  }
}
