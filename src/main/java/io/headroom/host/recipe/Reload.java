package io.headroom.host.recipe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a changed number comes into force. */
public enum Reload {
  /** All processes end and start anew: requests may fail for a moment. */
  RESTART,
  /** The application reads its configuration again; no request fails. */
  RELOAD,
  /**
   * A gunicorn master is told to start or end workers one by one; no request fails. What is written
   * holds from the next start on.
   */
  SIGNALS;

  /** Returns the name used in documents. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the constant of that name, or nothing. */
  public static Optional<Reload> ofId(String id) {
    return Arrays.stream(values()).filter(reload -> reload.id().equals(id)).findFirst();
  }
}
