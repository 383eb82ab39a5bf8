package io.headroom.terraform.drift;

import java.util.Locale;

/** Where something is said of a machine. */
public enum Place {
  /** The file of variables: what is wanted. */
  FILE,
  /** Terraform's state: what Terraform did last. */
  STATE,
  /** The recording of the cloud: what is. */
  CLOUD;

  /** Returns the name used in documents. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what to call it: {@code the file}. */
  public String words() {
    return "the " + id();
  }
}
