package io.headroom.cloud.prometheus;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A server and how to speak to it.
 *
 * @param url what stands before {@code /api/v1/}, without a slash at the end
 * @param headers sent with every request: {@code Authorization}, {@code X-Scope-OrgID}
 * @param selector conditions on every series, such as {@code cluster="eu"}; empty for none
 */
public record PrometheusServer(URI url, SortedMap<String, String> headers, String selector) {

  /** Copies the headers. */
  public PrometheusServer {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /**
   * Reads the address of a server.
   *
   * @throws IllegalArgumentException if it is no http or https address, or holds a password: that
   *     belongs into a header, which no message shows
   */
  public static PrometheusServer at(String url) {
    try {
      URI uri = new URI(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!http
          || uri.getHost() == null
          || uri.getUserInfo() != null
          || uri.getQuery() != null
          || uri.getFragment() != null) {
        throw invalid();
      }
      return new PrometheusServer(uri, new TreeMap<>(), "");
    } catch (URISyntaxException e) {
      throw invalid();
    }
  }

  /** Returns this server with more headers. */
  public PrometheusServer with(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(headers);
    all.putAll(more);
    return new PrometheusServer(url, all, selector);
  }

  /** Returns this server with conditions on every series. */
  public PrometheusServer selecting(String conditions) {
    return new PrometheusServer(url, headers, conditions);
  }

  /** Returns the address, without the headers: they may hold a secret. */
  @Override
  public String toString() {
    return url.toString();
  }

  private static IllegalArgumentException invalid() {
    // the address is not repeated: what is wrong may be a password in it
    return new IllegalArgumentException(
        "Invalid address of Prometheus; expected http://HOST:9090 or https://HOST/PREFIX, and"
            + " credentials as a header");
  }
}
