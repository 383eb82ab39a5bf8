package io.headroom.executor.probe;

import java.nio.file.Path;

/** Opens probes of the hosts that a file lists. */
@FunctionalInterface
public interface HostProbes {

  /**
   * Returns a probe of the hosts in {@code file}. Nothing is connected yet.
   *
   * @throws RuntimeException that says what is wrong with the file, line by line
   */
  HostProbe open(Path file);
}
