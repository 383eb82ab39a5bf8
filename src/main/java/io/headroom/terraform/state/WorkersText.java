package io.headroom.terraform.state;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A worker count as a tag carries it. */
public final class WorkersText {

  /** Tag of a machine on EC2, and the metadata key on Google with a dash in it. */
  public static final String TAG = "headroom:workers";

  private static final Pattern FORM = Pattern.compile("[0-9]{1,6}");

  private WorkersText() {}

  /** Returns the count, or nothing if the text is none. */
  public static OptionalInt read(String text) {
    return FORM.matcher(text).matches()
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
