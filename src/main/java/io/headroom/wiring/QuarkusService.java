package io.headroom.wiring;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
    Quarkus.run(untilToldToEnd(), (exitCode, failure) -> ended.set(exitCode));
    return ended.get();
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
