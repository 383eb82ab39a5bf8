package io.headroom.catalog.snapshot;

/** A snapshot that cannot be read or written; the message names file, line and field. */
public final class SnapshotException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SnapshotException(String message) {
    super(message);
  }

  SnapshotException(String message, Throwable cause) {
    super(message, cause);
  }
}
