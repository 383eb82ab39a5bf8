package io.headroom.advice;

import java.util.Locale;

/** Where the recommended size of a comparison comes from. */
public enum RecommendedSize {
  /** The recommendation of the verdict, one change away. */
  OPTION,
  /** Where the machine would be after more than one change. */
  DESTINATION,
  /** The present size is right. */
  CURRENT,
  /** The verdict recommends no size. */
  NONE;

  /** Returns the name used in documents. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
