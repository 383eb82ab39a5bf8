package io.headroom.host.recipe;

import io.headroom.host.process.HostProcess;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the workers of an application are told from its other processes. */
public enum WorkerSign {
  /** Children of a gunicorn master. */
  GUNICORN("gunicorn"),
  /** Children of a Puma master in cluster mode. */
  PUMA("puma: cluster worker"),
  /** Children of php-fpm's master. */
  PHP_FPM("php-fpm: pool"),
  /** Any child. */
  ANY("");

  @SuppressWarnings("ImmutableEnumChecker") // a pattern cannot be changed
  private final Pattern command;

  WorkerSign(String command) {
    this.command = Pattern.compile(Pattern.quote(command));
  }

  /** Returns the name used in documents: {@code php-fpm}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the constant of that name, or nothing. */
  public static Optional<WorkerSign> ofId(String id) {
    return Arrays.stream(values()).filter(sign -> sign.id().equals(id)).findFirst();
  }

  /** Whether a child of the main process is a worker. */
  public boolean isWorker(HostProcess process) {
    return command.matcher(process.command()).find();
  }
}
