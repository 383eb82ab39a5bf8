package io.headroom.http.guard;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.headroom.http.problem.ProblemBody;
import io.headroom.http.problem.ProblemCode;
import io.headroom.http.settings.ServiceSettings;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses requests before anything looks into them: for hosts that the service does not go by,
 * which is how a page in a browser reaches a service on loopback, with a body that says it is too
 * large, and more a second than one caller may send. Puts the headers on that every answer has.
 */
@ApplicationScoped
public class RequestGuard {

  private static final int FIRST = 10_000;
  private static final int MOST_CALLERS = 10_000;
  private static final long MOST_BYTES = 16L << 20;

  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy",
              "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src"
                  + " data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");

  private final Set<String> hosts;
  private final int requestsPerSecond;
  private final Map<String, Bucket> callers = new ConcurrentHashMap<>();

  RequestGuard(ServiceSettings settings) {
    hosts = new HashSet<>(List.of("localhost", "127.0.0.1", "::1", "[::1]"));
    settings.hosts().ifPresent(named -> named.forEach(name -> hosts.add(lower(name))));
    requestsPerSecond = settings.requestsPerSecond();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext request) {
    HEADERS.forEach(request.response()::putHeader);
    request.response().putHeader(RequestIds.HEADER, RequestIds.of(request));
    if (!isForThisHost(request)) {
      refuse(
          request,
          ProblemCode.WRONG_HOST,
          "Cannot answer for that host; add it to headroom.service.hosts if it is this service");
    } else if (declaredLength(request) > MOST_BYTES) {
      refuse(request, ProblemCode.TOO_LARGE, "Cannot read the body: it is over 16 MiB");
    } else if (!bucket(request).tryConsume(1)) {
      request.response().putHeader("Retry-After", "1");
      refuse(
          request,
          ProblemCode.TOO_MANY_REQUESTS,
          "Cannot answer more than " + requestsPerSecond + " requests a second; try again later");
    } else {
      request.next();
    }
  }

  private boolean isForThisHost(RoutingContext request) {
    boolean named =
        request.request().version() == HttpVersion.HTTP_2
            || request.request().getHeader("Host") != null;
    HostAndPort authority = named ? request.request().authority() : null;
    return authority != null && hosts.contains(lower(authority.host()));
  }

  private static long declaredLength(RoutingContext request) {
    String length = request.request().getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private Bucket bucket(RoutingContext request) {
    if (callers.size() > MOST_CALLERS) {
      callers.clear(); // a caller that comes back begins with a full bucket, no more
    }
    return callers.computeIfAbsent(
        request.request().remoteAddress().hostAddress(), address -> fullBucket());
  }

  private Bucket fullBucket() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(requestsPerSecond)
                .refillGreedy(requestsPerSecond, Duration.ofSeconds(1))
                .build())
        .build();
  }

  private static void refuse(RoutingContext request, ProblemCode code, String detail) {
    request
        .response()
        .setStatusCode(code.status())
        .putHeader("Content-Type", ProblemBody.TYPE)
        .end(ProblemBody.of(code, detail, List.of(), RequestIds.of(request)))
        .onFailure(gone -> request.request().connection().close());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
