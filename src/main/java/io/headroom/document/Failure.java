package io.headroom.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Says in words why a file could not be read or written. */
public final class Failure {

  private Failure() {}

  /** Returns the reason; the JDK's messages for the commonest ones are only a path. */
  public static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "there is a folder of that name";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    return told(failure).orElse(failure.getClass().getSimpleName());
  }

  private static Optional<String> told(IOException failure) {
    Optional<String> reason =
        failure instanceof FileSystemException file
            ? Optional.ofNullable(file.getReason())
            : Optional.empty();
    return reason.or(() -> Optional.ofNullable(failure.getMessage()));
  }
}
