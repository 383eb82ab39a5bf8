package io.headroom.cloud.gce.access;

import com.google.api.gax.httpjson.ApiMethodDescriptor;
import com.google.api.gax.httpjson.ForwardingHttpJsonClientCall.SimpleForwardingHttpJsonClientCall;
import com.google.api.gax.httpjson.ForwardingHttpJsonClientCallListener.SimpleForwardingHttpJsonClientCallListener;
import com.google.api.gax.httpjson.HttpJsonCallOptions;
import com.google.api.gax.httpjson.HttpJsonChannel;
import com.google.api.gax.httpjson.HttpJsonClientCall;
import com.google.api.gax.httpjson.HttpJsonClientInterceptor;
import com.google.api.gax.httpjson.HttpJsonMetadata;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Remembers what time the last answer says it is: the clients keep no headers. */
final class AnswerDates implements HttpJsonClientInterceptor {

  private static final String DATE = "date";

  private volatile Optional<Instant> last = Optional.empty();

  /** Returns the time of the last answer that had one, to the second. */
  Optional<Instant> last() {
    return last;
  }

  @Override
  public <Q, A> HttpJsonClientCall<Q, A> interceptCall(
      ApiMethodDescriptor<Q, A> method, HttpJsonCallOptions options, HttpJsonChannel next) {
    return new SimpleForwardingHttpJsonClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(HttpJsonClientCall.Listener<A> listener, HttpJsonMetadata headers) {
        super.start(
            new SimpleForwardingHttpJsonClientCallListener<>(listener) {
              @Override
              public void onHeaders(HttpJsonMetadata answer) {
                keep(answer);
                super.onHeaders(answer);
              }
            },
            headers);
      }
    };
  }

  private void keep(HttpJsonMetadata answer) {
    answer.getHeaders().entrySet().stream()
        .filter(header -> DATE.equalsIgnoreCase(header.getKey()))
        .flatMap(header -> texts(header.getValue()).stream())
        .findFirst()
        .flatMap(AnswerDates::time)
        .ifPresent(time -> last = Optional.of(time));
  }

  private static List<String> texts(Object value) {
    return value instanceof Collection<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
