package io.headroom.host.ssh;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where to log in and how.
 *
 * @param address name or address of the host
 * @param port TCP port of its SSH server
 * @param user account to log in with
 * @param key file with the private key; absent means the keys of the agent
 * @param knownHosts file with the keys of known hosts; a host that is not in it is refused
 * @param alias name under which the host's key is looked up, where it is reached under another
 *     address, as through a tunnel
 */
public record SshTarget(
    String address,
    int port,
    String user,
    Optional<Path> key,
    Path knownHosts,
    Optional<String> alias) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one cannot be right
   */
  public SshTarget {
    if (!address.matches("[A-Za-z0-9][A-Za-z0-9.:_-]{0,253}")) {
      throw new IllegalArgumentException(
          "Invalid SSH address: "
              + address.replaceAll("\\p{Cntrl}", "?")
              + "; expected a host name or an IP address");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("Invalid SSH port: " + port + "; expected 1 to 65535");
    }
    if (!user.matches("[a-z_][a-z0-9_-]{0,31}")) {
      throw new IllegalArgumentException(
          "Invalid SSH user: "
              + user.replaceAll("\\p{Cntrl}", "?")
              + "; expected a user name such as frappe");
    }
  }

  /** Returns the target for people: {@code ssh frappe@10.0.0.5}. */
  @Override
  public String toString() {
    return "ssh " + user + "@" + address + (port == 22 ? "" : ":" + port);
  }
}
