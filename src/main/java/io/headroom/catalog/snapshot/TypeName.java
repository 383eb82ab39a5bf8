package io.headroom.catalog.snapshot;

import io.headroom.model.machine.Provider;

/**
 * What the name of a type tells.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>name</th><th>family</th><th>generation</th></tr>
 * <tr><td>m6a.large</td><td>m6a</td><td>6</td></tr>
 * <tr><td>c7i-flex.xlarge</td><td>c7i-flex</td><td>7</td></tr>
 * <tr><td>n2d-standard-4</td><td>n2d</td><td>2</td></tr>
 * <tr><td>u-3tb1.56xlarge</td><td>u-3tb1</td><td>0</td></tr>
 * </table>
 */
public final class TypeName {

  private static final int LONGEST = 64;
  private static final int MOST_DIGITS = 3;

  private TypeName() {}

  /**
   * Whether {@code name} may be the name of a type: lower-case letters, digits, dots and dashes.
   */
  public static boolean isLegal(Provider provider, String name) {
    for (int index = 0; index < name.length(); index++) {
      char character = name.charAt(index);
      if (!isLetter(character) && !isDigit(character) && character != '.' && character != '-') {
        return false;
      }
    }
    return name.length() <= LONGEST && name.indexOf(separator(provider)) > 0;
  }

  /** Returns EC2's family or GCE's series: the part before the size. */
  public static String family(Provider provider, String name) {
    return name.substring(0, name.indexOf(separator(provider)));
  }

  /**
   * Returns the number right after the first letters of a family's name; 0 if there is none. The 3
   * of {@code u-3tb1} is about terabytes.
   */
  public static int generation(String family) {
    int start = 0;
    while (start < family.length() && isLetter(family.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < family.length() && isDigit(family.charAt(end))) {
      end++;
    }
    return end == start || end - start > MOST_DIGITS
        ? 0
        : Integer.parseInt(family.substring(start, end));
  }

  private static boolean isLetter(char character) {
    return character >= 'a' && character <= 'z';
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static char separator(Provider provider) {
    return switch (provider) {
      case AWS -> '.';
      case GCE -> '-';
    };
  }
}
