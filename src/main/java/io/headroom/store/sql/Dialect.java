package io.headroom.store.sql;

import java.util.Map;

/** A kind of database, with what it calls differently. */
public enum Dialect {
  /** The embedded database. It compares text character by character as it is. */
  H2("VARCHAR", "H2"),
  /** The database of a server. Its order of text depends on its language unless told otherwise. */
  POSTGRESQL("VARCHAR COLLATE \"C\"", "PostgreSQL");

  private final String text;
  private final String shown;

  Dialect(String text, String shown) {
    this.text = text;
    this.shown = shown;
  }

  /** Returns what stands in the migrations for what differs. */
  public Map<String, String> placeholders() {
    return Map.of("text", text);
  }

  /** Returns the name people know it by. */
  public String shown() {
    return shown;
  }
}
