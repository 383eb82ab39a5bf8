package io.headroom.ledger.access;

import io.headroom.ledger.content.Content;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its holder has it: {@code headroom_<id>_<secret>}. The prefix lets scanners of
 * repositories and logs find one. It never shows itself: whoever needs the text asks for it.
 *
 * @param id 12 letters and digits, no secret
 * @param secret 43 letters and digits: 256 bits
 */
public record KeyText(String id, String secret) {

  /** What every key begins with. */
  public static final String PREFIX = "headroom_";

  private static final int ID = 12;
  private static final int SECRET = 43;
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORM =
      Pattern.compile(PREFIX + "([0-9A-Za-z]{" + ID + "})_([0-9A-Za-z]{" + SECRET + "})");

  /**
   * Makes a key of random bytes.
   *
   * @param random 41 bytes or more that nobody can guess
   */
  public static KeyText of(byte[] random) {
    int idBytes = 9;
    int secretBytes = 32;
    if (random.length < idBytes + secretBytes) {
      throw new IllegalArgumentException("Invalid key: " + random.length + " bytes are too few");
    }
    return new KeyText(
        digits(new BigInteger(1, random, 0, idBytes), ID),
        digits(new BigInteger(1, random, idBytes, secretBytes), SECRET));
  }

  private static String digits(BigInteger number, int length) {
    StringBuilder digits = new StringBuilder(length);
    BigInteger rest = number;
    for (int i = 0; i < length; i++) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(DIGITS.length()));
      digits.append(DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return digits.toString();
  }

  /** Reads a key; nothing if it is none. */
  public static Optional<KeyText> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new KeyText(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** Returns the whole key, for the one time that its holder is shown it. */
  public String reveal() {
    return PREFIX + id + "_" + secret;
  }

  /**
   * Returns what is kept in the place of the secret: its SHA-256. A secret of 256 random bits needs
   * no slow hash.
   */
  public String hash() {
    return Content.ofText(secret).sha256();
  }

  @Override
  public String toString() {
    return PREFIX + id + "_…";
  }
}
