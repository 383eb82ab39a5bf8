package io.headroom.store.sql;

import java.security.SecureRandom;

/** Makes ids that nobody has used: a prefix and 80 random bits. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 16;

  private Ids() {}

  /**
   * Returns a new id.
   *
   * @param prefix what it is of, such as {@code run}
   */
  public static String of(String prefix) {
    StringBuilder id = new StringBuilder(prefix).append('-');
    for (int i = 0; i < LENGTH; i++) {
      id.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
    }
    return id.toString();
  }
}
