package io.headroom.terraform.variables;

import io.headroom.document.Excerpt;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Identity of a file's content.
 *
 * @param text SHA-256 in 64 lower-case hexadecimal digits, as {@code sha256sum} prints it, or
 *     {@code none} if there is no file
 */
public record FileHash(String text) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}|none");

  /** There is no file. */
  public static final FileHash NONE = new FileHash("none");

  /**
   * Checks the form; upper-case digits are taken too.
   *
   * @throws IllegalArgumentException if it is no hash
   */
  public FileHash {
    text = text.toLowerCase(Locale.ROOT);
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "Invalid hash: "
              + Excerpt.quoted(text)
              + "; expected the 64 digits that sha256sum prints, or none if there is no file");
    }
  }

  /** Returns the hash of a file with this content. */
  public static FileHash of(byte[] content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return new FileHash(HexFormat.of().formatHex(sha256.digest(content)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Cannot hash a file: this Java has no SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
