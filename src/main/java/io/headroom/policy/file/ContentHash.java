package io.headroom.policy.file;

import io.headroom.document.MappingNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identity of a policy's content: two policies with the same hash are called the same and decide
 * the same. Comments, the order of keys and of lists, the way a quantity is written and whether a
 * value is said or inherited do not matter; the description does not either.
 *
 * @param hex SHA-256 of the canonical form, 64 lower-case hexadecimal digits
 */
public record ContentHash(String hex) {

  private static final int SHORT = 12;

  /** Returns the hash of a policy with every key. */
  static ContentHash of(MappingNode effective) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] canonical = CanonicalForm.of(effective).getBytes(StandardCharsets.UTF_8);
      return new ContentHash(HexFormat.of().formatHex(sha256.digest(canonical)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Cannot hash a policy: this Java has no SHA-256", impossible);
    }
  }

  /** Returns the first 12 digits, for people. */
  public String abbreviated() {
    return hex.substring(0, SHORT);
  }

  @Override
  public String toString() {
    return hex;
  }
}
