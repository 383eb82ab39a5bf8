package io.headroom.report.picture;

import java.util.List;

/**
 * A picture for a page.
 *
 * @param caption what it is
 * @param svg the picture with its title and description, ready to be put into a page
 * @param keys what its marks mean, for those that no label in the picture names
 * @param note a sentence to read with it; empty if it needs none
 */
public record Picture(String caption, String svg, List<Key> keys, String note) {

  /**
   * The meaning of a mark.
   *
   * @param style how it is drawn, the name of a style of the page
   * @param text what it means
   */
  public record Key(String style, String text) {}

  /** Copies the list. */
  public Picture {
    keys = List.copyOf(keys);
  }
}
