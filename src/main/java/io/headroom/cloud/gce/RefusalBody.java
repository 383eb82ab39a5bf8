package io.headroom.cloud.gce;

import com.google.api.client.http.HttpResponseException;
import com.google.api.gax.rpc.ApiException;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.grpc.StatusRuntimeException;
import java.util.Optional;

/**
 * What Google says about a refused call, wherever the client has put it. The message of the
 * client's own exception is the name of the status alone.
 *
 * @param answered whether there was an answer at all
 * @param reason Google's code for it, such as {@code rateLimitExceeded}; absent if it gave none
 * @param message Google's sentence, on one line
 */
record RefusalBody(boolean answered, Optional<String> reason, String message) {

  private static final int LONGEST = 500;

  static RefusalBody of(ApiException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpResponseException rest) {
        return ofRest(failure, rest);
      }
      if (cause instanceof StatusRuntimeException grpc) {
        return new RefusalBody(
            /* answered= */ true,
            Optional.ofNullable(failure.getReason()),
            line(
                Optional.ofNullable(grpc.getStatus().getDescription())
                    .orElse(grpc.getStatus().getCode().name())));
      }
    }
    return new RefusalBody(
        /* answered= */ false, Optional.ofNullable(failure.getReason()), innermost(failure));
  }

  private static RefusalBody ofRest(ApiException failure, HttpResponseException rest) {
    Optional<JsonObject> error = error(Optional.ofNullable(rest.getContent()).orElse(""));
    return new RefusalBody(
        /* answered= */ true,
        Optional.ofNullable(failure.getReason()).or(() -> error.flatMap(RefusalBody::reason)),
        line(
            error
                .flatMap(found -> text(found, "message"))
                .orElse("HTTP " + rest.getStatusCode() + " " + rest.getStatusMessage())));
  }

  /** The shape is {@code {"error": {"message": …, "errors": [{"reason": …}]}}}. */
  private static Optional<JsonObject> error(String content) {
    try {
      JsonElement parsed = JsonParser.parseString(content);
      return parsed.isJsonObject() && parsed.getAsJsonObject().get("error") instanceof JsonObject
          ? Optional.of(parsed.getAsJsonObject().getAsJsonObject("error"))
          : Optional.empty();
    } catch (JsonParseException e) {
      // a proxy answers in HTML; the status says what there is to know
      return Optional.empty();
    }
  }

  private static Optional<String> reason(JsonObject error) {
    return error.get("errors") instanceof com.google.gson.JsonArray errors
            && !errors.isEmpty()
            && errors.get(0) instanceof JsonObject first
        ? text(first, "reason")
        : Optional.empty();
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.get(name) instanceof com.google.gson.JsonPrimitive value
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  private static String innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return line(Optional.ofNullable(cause.getMessage()).orElse(cause.toString()));
  }

  private static String line(String text) {
    String one = text.replaceAll("\\s+", " ").strip();
    return one.length() > LONGEST ? one.substring(0, LONGEST) + "…" : one;
  }
}
