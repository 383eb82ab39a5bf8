package io.headroom.cli;

/** Ends a command with a message for people and an exit code. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int exitCode;

  CommandFailure(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Something that was given is wrong or missing. */
  static CommandFailure cannot(String message) {
    return new CommandFailure(message, ExitCode.ERROR);
  }

  int exitCode() {
    return exitCode;
  }
}
