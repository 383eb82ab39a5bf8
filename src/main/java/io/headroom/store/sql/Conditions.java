package io.headroom.store.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/** Conditions of a query that hold together. Values are bound, never written into the text. */
public final class Conditions {

  private final List<String> texts = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Adds a condition without a value. */
  public Conditions and(String condition) {
    texts.add(condition);
    return this;
  }

  /** Adds a condition with a value, which it names {@code :name}. */
  public Conditions and(String condition, String name, Object value) {
    texts.add(condition);
    values.put(name, value);
    return this;
  }

  /** Adds a value that a condition names which was added before. */
  public Conditions with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** Adds that a column is one of these; nothing if there are none. */
  public Conditions in(String column, Collection<String> wanted) {
    if (wanted.isEmpty()) {
      return this;
    }
    List<String> names = new ArrayList<>();
    for (String value : wanted.stream().sorted().toList()) {
      String name = column + "_" + names.size();
      names.add(":" + name);
      values.put(name, value);
    }
    return and(column + " IN (" + String.join(", ", names) + ")");
  }

  /** Adds that one of the columns holds a text, in any case. */
  public Conditions contain(String text, String... columns) {
    String pattern =
        text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    values.put("part", "%" + pattern + "%");
    List<String> alternatives = new ArrayList<>();
    for (String column : columns) {
      alternatives.add("LOWER(" + column + ") LIKE :part ESCAPE '!'");
    }
    return and("(" + String.join(" OR ", alternatives) + ")");
  }

  /** Returns the WHERE clause; empty if there are no conditions. */
  public String where() {
    return texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
  }

  /** Binds the values. */
  public Query bindTo(Query query) {
    values.forEach(query::bind);
    return query;
  }
}
