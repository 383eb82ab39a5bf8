package io.headroom.http.guard;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** One line for each answer. Queries, bodies and headers can hold secrets and are left out. */
final class RequestLog {

  private static final Logger LOG = Logger.getLogger("io.headroom.http.requests");
  private static final String REQUEST_ID = "request_id";
  private static final String STARTED = "headroom.started";

  private final RequestIds ids;

  RequestLog(RequestIds ids) {
    this.ids = ids;
  }

  @ServerRequestFilter(preMatching = true)
  void begin(ContainerRequestContext request) {
    request.setProperty(STARTED, System.nanoTime());
    MDC.put(REQUEST_ID, ids.current());
  }

  @ServerResponseFilter
  void end(ContainerRequestContext request, ContainerResponseContext response) {
    long took =
        request.getProperty(STARTED) instanceof Long started ? System.nanoTime() - started : 0;
    MDC.put(REQUEST_ID, ids.current());
    LOG.infof(
        "%s %s %d %d µs",
        request.getMethod(),
        request.getUriInfo().getRequestUri().getRawPath(),
        response.getStatus(),
        took / 1000);
    MDC.remove(REQUEST_ID);
  }
}
