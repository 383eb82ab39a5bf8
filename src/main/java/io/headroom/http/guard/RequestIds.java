package io.headroom.http.guard;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names each request, in its answer and in the log: as whoever asks names it, or at random. */
@ApplicationScoped
public class RequestIds {

  /** The header with the name. */
  public static final String HEADER = "X-Request-Id";

  private static final String KEY = "headroom.request-id";
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Instance<RoutingContext> requests;

  RequestIds(Instance<RoutingContext> requests) {
    this.requests = requests;
  }

  /** Returns the name of the request that is being answered. */
  public String current() {
    return of(requests.get());
  }

  /** Returns the name of a request, the same each time. */
  static String of(RoutingContext request) {
    String known = request.get(KEY);
    if (known != null) {
      return known;
    }
    String asked = request.request().getHeader(HEADER);
    String id =
        asked != null && SAFE.matcher(asked).matches() ? asked : UUID.randomUUID().toString();
    request.put(KEY, id);
    return id;
  }
}
