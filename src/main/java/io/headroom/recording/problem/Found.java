package io.headroom.recording.problem;

import io.headroom.document.Excerpt;

/** Says what was found where something else was expected. */
public final class Found {

  private Found() {}

  /** Returns the beginning of the text in quotes, made safe to print; {@code nothing} if empty. */
  public static String of(String text) {
    return text.isEmpty() ? "nothing" : Excerpt.quoted(text);
  }
}
