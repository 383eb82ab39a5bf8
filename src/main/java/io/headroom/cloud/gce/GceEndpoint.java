package io.headroom.cloud.gce;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where one of Google's APIs is reached instead of at its public address: a private endpoint, or a
 * server on this machine. A server on this machine is spoken to in the clear and without
 * credentials; everything else over TLS and with them.
 *
 * @param host name or address, an IPv6 address in brackets
 */
public record GceEndpoint(String host, int port) {

  private static final int HTTPS = 443;
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

  /**
   * Reads {@code http://127.0.0.1:8080}, {@code 127.0.0.1:8080} or {@code https://host}.
   *
   * @param property what the text is the value of, for the message
   * @throws IllegalArgumentException if the text is not such an endpoint, or would send credentials
   *     in the clear
   */
  public static GceEndpoint of(String property, String text) {
    URI uri = parsed(property, text);
    String host = uri.getHost();
    boolean hasPath = uri.getPath() != null && uri.getPath().length() > 1;
    if (host == null || hasPath || uri.getUserInfo() != null || uri.getQuery() != null) {
      throw invalid(property, text);
    }
    boolean loopback = LOOPBACK.matcher(host).matches();
    boolean fits = uri.getScheme() == null || uri.getScheme().equals(loopback ? "http" : "https");
    if (!fits || (loopback && uri.getPort() < 0)) {
      throw invalid(property, text);
    }
    return new GceEndpoint(host, uri.getPort() < 0 ? HTTPS : uri.getPort());
  }

  /** Whether it is on this machine. */
  public boolean isLoopback() {
    return LOOPBACK.matcher(host).matches();
  }

  /** Returns it as a URL, for REST: {@code https://host:443}. */
  public String url() {
    return (isLoopback() ? "http://" : "https://") + authority();
  }

  /** Returns host and port, for gRPC: {@code host:443}. */
  public String authority() {
    return host + ":" + port;
  }

  private static URI parsed(String property, String text) {
    try {
      return new URI(text.contains("://") ? text : "//" + text);
    } catch (URISyntaxException e) {
      throw invalid(property, text);
    }
  }

  private static IllegalArgumentException invalid(String property, String text) {
    return new IllegalArgumentException(
        "Invalid "
            + property
            + ": "
            + text
            + "; expected https://HOST, or http://127.0.0.1:PORT for a server on this machine");
  }
}
