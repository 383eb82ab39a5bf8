package io.headroom.outbound;

import java.net.InetAddress;
import java.net.URI;

/**
 * An address that may be asked, with the place to connect to. The name is not looked up again, so
 * that it cannot mean another place by then.
 *
 * @param uri the address as it was checked
 * @param host name or address of the host, without brackets
 * @param place where to connect to
 * @param port port to connect to
 */
public record Destination(URI uri, String host, InetAddress place, int port) {

  /** Whether the connection is encrypted. */
  public boolean isEncrypted() {
    return "https".equals(uri.getScheme());
  }

  /** Returns scheme, host and port for messages: paths and queries may hold secrets. */
  public String shown() {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
