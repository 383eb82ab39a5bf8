package io.headroom.http.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** One segment of a path, with everything escaped that is not a letter, a digit or {@code -._*}. */
final class PathSegment {

  private PathSegment() {}

  static String of(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
