package io.headroom.cli;

import java.util.Locale;

/**
 * Something that was looked at.
 *
 * @param where what it is about: this machine, or a scope of a cloud
 * @param subject what was looked at, such as {@code clock}
 * @param detail what was found, one sentence
 */
record DoctorCheck(String where, String subject, Result result, String detail) {

  /** Where checks are that need no cloud. */
  static final String HERE = "here";

  /** What came of it. */
  enum Result {
    /** As it should be. */
    OK,
    /** Worth knowing; nothing is missing. */
    NOTE,
    /** Something is missing that can be had. */
    MISSING,
    /** It could not be done. */
    FAILED,
    /** It was not looked at, and why. */
    NOT_CHECKED;

    /** Returns the name used in documents. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name for people. */
    String words() {
      return id().replace('_', ' ');
    }
  }

  static DoctorCheck here(String subject, Result result, String detail) {
    return new DoctorCheck(HERE, subject, result, detail);
  }

  /** Whether there is something to mend. */
  boolean isBad() {
    return result == Result.MISSING || result == Result.FAILED;
  }
}
