package io.headroom.cloud.gce.compute;

/**
 * Takes names out of links such as {@code
 * https://www.googleapis.com/compute/v1/projects/p/zones/us-central1-a/disks/d}. What stands before
 * {@code projects/} depends on the endpoint and means nothing.
 */
final class ResourceLink {

  private static final String PROJECTS = "projects/";

  private ResourceLink() {}

  /** Returns the last part: {@code d}. */
  static String name(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  /** Returns what identifies the resource: {@code projects/p/zones/us-central1-a/disks/d}. */
  static String path(String link) {
    int at = link.indexOf(PROJECTS);
    return at < 0 ? link : link.substring(at);
  }

  /** Returns the region of a zone: {@code us-central1} of {@code us-central1-a}. */
  static String region(String zone) {
    int at = zone.lastIndexOf('-');
    return at < 0 ? zone : zone.substring(0, at);
  }
}
