package io.headroom.executor.channel;

import java.util.regex.Pattern;

/**
 * A place in an action that is filled when it is used. Each form consists of characters that no
 * shell, no option parser and no SQL gives a meaning to, and none begins with a dash.
 */
public enum Slot {
  /** A unit, a process group, a program, a compose service. */
  NAME("[A-Za-z0-9][A-Za-z0-9@:._-]{0,127}", "letters, digits and @ : . _ -"),
  /** An account of the host. */
  USER("[a-z_][a-z0-9_-]{0,31}", "a user name such as frappe"),
  /** An absolute path without {@code ..}, spaces or other marks. */
  PATH(
      "(?=.{2,255}$)(/\\.?[A-Za-z0-9_][A-Za-z0-9@:._+-]*)+",
      "an absolute path of letters, digits and @ : . _ + - such as /home/frappe/frappe-bench"),
  /** A count of workers or connections. */
  COUNT("[1-9][0-9]{0,4}", "1 to 99999"),
  /** Memory in MiB. */
  MEBIBYTES("[1-9][0-9]{0,6}", "1 to 9999999 MiB"),
  /** A process. */
  PID("[1-9][0-9]{0,9}", "a process id"),
  /** A TCP port. */
  PORT("[1-9][0-9]{0,4}", "a port number"),
  /** A number of bytes. */
  BYTES("[0-9]{1,8}", "a number of bytes, at most 99999999"),
  /** A file mode. */
  MODE("0[0-7]{3}", "a mode such as 0644"),
  /** What a file holds before it is changed. */
  DIGEST("[0-9a-f]{64}|missing", "a SHA-256 in hexadecimal, or missing"),
  /** A number of days. */
  DAYS("[1-9][0-9]?", "1 to 99 days");

  private final Pattern pattern;
  private final String expected;

  Slot(String pattern, String expected) {
    this.pattern = Pattern.compile(pattern);
    this.expected = expected;
  }

  /** Returns the form as a regular expression, for documents that check it once more. */
  public String pattern() {
    return pattern.pattern();
  }

  /**
   * Returns {@code value}.
   *
   * @throws IllegalArgumentException if it has another form
   */
  String checked(String value) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Invalid " + word() + ": " + printable(value) + "; expected " + expected);
    }
    return value;
  }

  /** Returns what stands for this slot in an action. */
  String placeholder() {
    return "{" + word() + "}";
  }

  private String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What is refused may hold anything, and is shown on terminals. */
  private static String printable(String value) {
    String shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
    return shown.replaceAll("\\p{Cntrl}", "?");
  }
}
