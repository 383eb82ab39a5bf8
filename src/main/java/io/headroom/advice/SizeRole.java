package io.headroom.advice;

import java.util.Locale;

/** Why a size is compared, in the order of the columns. */
public enum SizeRole {
  /** The cheapest type that carries 95 % of the mean demand. */
  JUST_BELOW_AVERAGE,
  /** What the machine has now. */
  CURRENT,
  /** What the policy arrives at. */
  RECOMMENDED,
  /** Asked for by name. */
  NAMED;

  /** Returns the name used in documents. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the role in words. */
  public String words() {
    return id().replace('_', ' ');
  }
}
