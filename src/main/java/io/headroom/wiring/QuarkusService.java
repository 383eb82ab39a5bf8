package io.headroom.wiring;

import io.headroom.cli.ServiceException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts the service in this process. */
final class QuarkusService {

  /** Says that the service is to end as soon as it has started, to see what it loads. */
  private static final String REHEARSAL = "headroom.rehearsal";

  private QuarkusService() {}

  /** Serves until the process is told to end, and returns the exit code. */
  static int run(Map<String, String> settings) {
    settings.forEach(System::setProperty);
    AtomicInteger ended = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    Quarkus.run(
        untilToldToEnd(),
        (exitCode, failure) -> {
          ended.set(exitCode);
          failed.set(failure);
        });
    Throwable failure = failed.get();
    if (failure != null) {
      throw new ServiceException(reason(failure), failure);
    }
    return ended.get();
  }

  /** The cause at the bottom says what is wrong; what is above it is how Quarkus came there. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage());
    return message.startsWith("Cannot ") || message.startsWith("Invalid ")
        ? message
        : "Cannot serve: " + (cause.getMessage() == null ? cause : message);
  }

  private static @Nullable Class<? extends QuarkusApplication> untilToldToEnd() {
    return Boolean.getBoolean(REHEARSAL) ? Rehearsal.class : null;
  }

  /** Ends at once. */
  public static final class Rehearsal implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
      return 0;
    }
  }
}
