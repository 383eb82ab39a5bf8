package io.headroom.report.change;

import io.headroom.advice.change.FleetChanges;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that changes can be written in. */
public enum ChangeFormat {
  /** A table for people. */
  TABLE("text/plain"),
  /** JSON. */
  JSON("application/json"),
  /** A spreadsheet. */
  CSV("text/csv"),
  /** Markdown. */
  MD("text/markdown"),
  /** A page for a browser. */
  HTML("text/html");

  private final String mediaType;

  ChangeFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Returns the name used in the configuration, which is the suffix of files too. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns the format of that name. */
  public static Optional<ChangeFormat> ofId(String id) {
    return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
  }

  /**
   * Writes the changes and flushes.
   *
   * @throws IOException if they cannot be written
   */
  public void write(FleetChanges changes, Writer out) throws IOException {
    switch (this) {
      case TABLE -> ChangeText.write(changes, out);
      case JSON -> ChangeJson.write(changes, out);
      case CSV -> ChangeCsv.write(changes, out);
      case MD -> ChangeMarkdown.write(changes, out);
      case HTML -> ChangeHtml.write(changes, out);
    }
    out.flush();
  }

  /** Returns the changes as a text. */
  public String text(FleetChanges changes) {
    StringWriter text = new StringWriter();
    try {
      write(changes, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
