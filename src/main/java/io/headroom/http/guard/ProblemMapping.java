package io.headroom.http.guard;

import io.headroom.advice.NoComparisonException;
import io.headroom.catalog.UnknownRegionException;
import io.headroom.document.DocumentException;
import io.headroom.document.DocumentProblem;
import io.headroom.http.problem.ProblemBody;
import io.headroom.http.problem.ProblemCode;
import io.headroom.http.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of everything that ends a request early. Nothing of a stack is ever shown. */
final class ProblemMapping {

  private static final Logger LOG = Logger.getLogger(ProblemMapping.class);

  private static final Map<Integer, ProblemCode> BY_STATUS =
      Map.of(
          400, ProblemCode.INVALID_REQUEST,
          404, ProblemCode.NOT_FOUND,
          405, ProblemCode.METHOD_NOT_ALLOWED,
          406, ProblemCode.NOT_ACCEPTABLE,
          413, ProblemCode.TOO_LARGE,
          415, ProblemCode.UNSUPPORTED_TYPE);

  private final RequestIds ids;

  ProblemMapping(RequestIds ids) {
    this.ids = ids;
  }

  @ServerExceptionMapper
  Response problem(ProblemException failure) {
    return answer(failure.code(), String.valueOf(failure.getMessage()), failure.errors());
  }

  @ServerExceptionMapper
  Response invalidDocument(DocumentException refused) {
    List<String> errors = refused.problems().stream().map(DocumentProblem::toString).toList();
    return answer(
        ProblemCode.INVALID_POLICY, "Cannot use the policy: it is not valid; see errors", errors);
  }

  @ServerExceptionMapper
  Response noComparison(NoComparisonException failure) {
    return answer(ProblemCode.NO_COMPARISON, String.valueOf(failure.getMessage()), List.of());
  }

  @ServerExceptionMapper
  Response unknownRegion(UnknownRegionException failure) {
    return answer(ProblemCode.NOT_FOUND, String.valueOf(failure.getMessage()), List.of());
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response notSignedIn(SecurityException failure) {
    return answer(
        ProblemCode.NOT_SIGNED_IN,
        "Cannot tell who asks: no valid token; send Authorization: Bearer with a token or a key",
        List.of());
  }

  @ServerExceptionMapper
  Response notAllowed(ForbiddenException failure) {
    return answer(
        ProblemCode.NOT_ALLOWED,
        "Cannot allow this: it takes another role; docs/http.md says which",
        List.of());
  }

  @ServerExceptionMapper
  Response ofStatus(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    ProblemCode code =
        BY_STATUS.getOrDefault(
            status, status < 500 ? ProblemCode.INVALID_REQUEST : ProblemCode.INTERNAL);
    return answer(
        code,
        "Cannot answer: " + code.title() + "; the page of the API lists what there is",
        List.of());
  }

  /** Only a body fails this way: it ends early, or goes on past the limit. */
  @ServerExceptionMapper
  Response unreadableBody(IOException failure) {
    return answer(
        ProblemCode.TOO_LARGE,
        "Cannot read the body: it is over 16 MiB, or ends before it should",
        List.of());
  }

  @ServerExceptionMapper
  Response defect(Throwable failure) {
    LOG.error("Cannot answer a request: it met a defect", failure);
    return answer(
        ProblemCode.INTERNAL,
        "Cannot answer: the service has a defect; its log has more under the request id",
        List.of());
  }

  private Response answer(ProblemCode code, String detail, List<String> errors) {
    Response.ResponseBuilder answer =
        Response.status(code.status())
            .type(ProblemBody.TYPE)
            .entity(ProblemBody.of(code, detail, errors, ids.current()));
    if (code == ProblemCode.NOT_SIGNED_IN) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer.build();
  }
}
