package io.headroom.cli;

/** Exit codes, the same for every command. */
public final class ExitCode {

  /** Done; nothing to change. */
  public static final int OK = 0;

  /** Cannot be done. */
  public static final int ERROR = 1;

  /** Changes are proposed; only with {@code --detailed-exitcode}. */
  public static final int CHANGES = 2;

  /** The result is there, and {@code problems} is not empty. */
  public static final int PARTIAL = 3;

  /** Refused: what it builds on is not what it was any more. */
  public static final int REFUSED = 4;

  /** The command was not understood. */
  public static final int USAGE = 64;

  private ExitCode() {}
}
