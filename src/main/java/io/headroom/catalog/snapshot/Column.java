package io.headroom.catalog.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A column of a CSV file; each file has an enum of its columns. */
interface Column {

  /** Returns its place in the enum. */
  int ordinal();

  /** Returns its constant. */
  String name();

  /** Returns its name in the first line of the file. */
  default String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the titles of {@code columns}. */
  static List<String> titles(Column[] columns) {
    return Arrays.stream(columns).map(Column::title).toList();
  }
}
