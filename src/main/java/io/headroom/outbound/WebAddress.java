package io.headroom.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A web address whose parts every reader agrees on: http or https, a host, perhaps a port, a path
 * and a query, all in ASCII.
 *
 * @param host name or address in lower case, without brackets
 * @param port the port, the scheme's own if none is written
 */
record WebAddress(URI uri, String host, int port) {

  private static final int LONGEST = 2048;
  private static final int LONGEST_SHOWN = 80;
  private static final int HIGHEST_PORT = 65_535;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /**
   * Reads an address.
   *
   * @throws OutboundException if it is none, or one that could be misread
   */
  static WebAddress parse(String text) {
    if (text.length() > LONGEST) {
      throw invalid("it has more than " + LONGEST + " characters");
    }
    if (!text.chars().allMatch(one -> one > ' ' && one < 0x7F && one != '\\')) {
      throw invalid("it has a character that is not allowed in addresses");
    }
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw invalid("expected https:// or http:// at its start");
    }
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    if (authority.indexOf('@') >= 0 || authority.indexOf('%') >= 0) {
      throw invalid("it has a user or an escape before the path");
    }
    if (uri.getHost() == null || uri.getRawFragment() != null) {
      throw invalid("expected a host, and no part after a #");
    }
    return new WebAddress(lowered(uri, scheme), bare(uri.getHost()), port(uri, scheme));
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw invalid("it is no web address");
    }
  }

  private static URI lowered(URI uri, String scheme) {
    return scheme.equals(uri.getScheme())
        ? uri
        : URI.create(scheme + uri.toASCIIString().substring(scheme.length()));
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("[") ? lower.substring(1, lower.length() - 1) : lower;
  }

  private static int port(URI uri, String scheme) {
    int port = uri.getPort();
    if (port == 0 || port > HIGHEST_PORT || uri.getRawAuthority().endsWith(":")) {
      throw invalid("expected a port from 1 to " + HIGHEST_PORT + ", or none");
    }
    int usual = scheme.equals("https") ? HTTPS : HTTP;
    return port < 0 ? usual : port;
  }

  /** Returns a text for messages, short and in visible ASCII. */
  static String shortened(String text) {
    String visible = text.replaceAll("[^!-~]", "?");
    return visible.length() <= LONGEST_SHOWN ? visible : visible.substring(0, LONGEST_SHOWN) + "…";
  }

  /** The address itself is left out of the message: it may hold a secret. */
  private static OutboundException invalid(String reason) {
    return OutboundException.refused("Invalid address: " + reason);
  }
}
