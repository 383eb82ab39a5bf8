package io.headroom.host.recipe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A number that is set on a host. */
public enum HostSetting {
  /** Workers that answer requests. */
  WEB_WORKERS(999, ""),
  /** Workers that take jobs from a queue; of a bench: of each queue. */
  BACKGROUND_WORKERS(999, ""),
  /** Buffer pool of a database, in MiB. */
  BUFFER_POOL_MIB(9_999_999, " MiB"),
  /** Most connections of a database. */
  CONNECTIONS(99_999, ""),
  /** Most memory of a Redis server, in MiB. */
  CACHE_MIB(9_999_999, " MiB");

  private final int most;
  private final String unit;

  HostSetting(int most, String unit) {
    this.most = most;
    this.unit = unit;
  }

  /** Returns the name used in documents: {@code web_workers}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the setting of that name, or nothing. */
  public static Optional<HostSetting> ofId(String id) {
    return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
  }

  /** Returns the largest value that is ever set. */
  int most() {
    return most;
  }

  /** Returns a value for people: {@code 512 MiB}. */
  String text(int value) {
    return value + unit;
  }
}
