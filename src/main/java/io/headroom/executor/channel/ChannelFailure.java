package io.headroom.executor.channel;

/** Why a command did not run, or why nobody knows whether it did. */
public enum ChannelFailure {
  /** Nothing answers, or the connection broke. */
  UNREACHABLE("unreachable"),
  /** Something answers that cannot prove to be the host. */
  HOST_KEY("host_key"),
  /** The host that answers is another machine. */
  WRONG_HOST("wrong_host"),
  /** The host does not let in who asks. */
  DENIED("denied"),
  /** There was no end in time; the command may have run. */
  TIMED_OUT("timed_out"),
  /** It printed more than any action does. */
  TOO_MUCH_OUTPUT("too_much_output"),
  /** A command ended otherwise than it should. */
  FAILED("failed"),
  /** The file is not what it was when it was read. */
  CHANGED_MEANWHILE("changed_meanwhile"),
  /** The host answered what no action prints. */
  UNEXPECTED("unexpected");

  private final String id;

  ChannelFailure(String id) {
    this.id = id;
  }

  /** Returns the name used in reports. */
  public String id() {
    return id;
  }

  /** Whether the same command may go well later without anybody changing anything. */
  public boolean isPassing() {
    return this == UNREACHABLE || this == TIMED_OUT || this == CHANGED_MEANWHILE;
  }

  /** Whether the command may have had an effect. */
  public boolean isUnknown() {
    return this == TIMED_OUT || this == UNREACHABLE || this == TOO_MUCH_OUTPUT;
  }
}
