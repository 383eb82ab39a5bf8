package io.headroom.host.recipe;

/**
 * Where a bench is.
 *
 * @param directory its directory, such as {@code /home/frappe/frappe-bench}
 * @param user whose it is
 */
public record BenchLayout(String directory, String user) {

  /** Returns its name, which bench puts before the names of its programs. */
  public String name() {
    return directory.substring(directory.lastIndexOf('/') + 1);
  }
}
