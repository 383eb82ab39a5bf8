package io.headroom.report.page;

import io.headroom.report.picture.Picture;
import java.util.List;

/**
 * What a page of its own shows. Texts of others are safe already.
 *
 * @param cards what stands side by side at the top
 * @param sentences what it comes to
 * @param wide pictures over the whole width
 * @param pictures pictures side by side
 * @param notes what else to know
 */
public record DocumentView(
    String title,
    String subtitle,
    List<Card> cards,
    List<String> sentences,
    List<Picture> wide,
    List<Picture> pictures,
    List<Table> tables,
    List<String> notes) {

  /** Copies the lists. */
  public DocumentView {
    cards = List.copyOf(cards);
    sentences = List.copyOf(sentences);
    wide = List.copyOf(wide);
    pictures = List.copyOf(pictures);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /**
   * One of the things that are compared.
   *
   * @param style name of a style
   */
  public record Card(String what, String name, String style, String detail) {}

  /** A table; the first cell of a row names it. */
  public record Table(String title, List<String> headers, List<List<String>> rows) {

    /** Copies the lists. */
    public Table {
      headers = List.copyOf(headers);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
