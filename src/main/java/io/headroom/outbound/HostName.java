package io.headroom.outbound;

import java.util.regex.Pattern;

/**
 * Names of hosts as they may be written: letters, digits and hyphens in labels of at most 63
 * characters, other scripts in Punycode. The last label has a letter in it and is not {@code 0x…},
 * so that no address in an odd notation is taken for a name. Source: RFC 1123, section 2.1; WHATWG
 * URL Standard, "ends in a number".
 */
final class HostName {

  private static final int LONGEST = 253;

  private static final Pattern NAME =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*(?!\\d+$|0x[0-9a-f]*$)"
              + "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  private HostName() {}

  /** Whether {@code text}, in lower case, is a name. */
  static boolean isOne(String text) {
    return text.length() <= LONGEST && NAME.matcher(text).matches();
  }
}
