package io.headroom.model.machine;

import java.util.Arrays;
import java.util.Optional;

/** A cloud that rents machines. */
public enum Provider {
  /** Amazon EC2. */
  AWS("aws"),
  /** Google Compute Engine. */
  GCE("gce");

  private final String id;

  Provider(String id) {
    this.id = id;
  }

  /** Returns the name used in recordings and documents. */
  public String id() {
    return id;
  }

  /** Returns the constant of that name, or nothing. */
  public static Optional<Provider> ofId(String id) {
    return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
  }
}
