package io.headroom.configuration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Something that nobody may read by accident: its text is shown only to whoever asks for it. */
public final class Secret {

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /** Keeps a text. */
  public static Secret of(String text) {
    return new Secret(text);
  }

  /** Returns the text, for the one place that needs it. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Secret other
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), other.text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns stars, always as many. */
  @Override
  public String toString() {
    return "****";
  }
}
