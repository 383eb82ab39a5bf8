package io.headroom.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headroom.ledger.page.InvalidCursorException;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a page ended, as text that says nothing to whoever holds it: the name of the list and the
 * values its last entry is put in order by. The next page begins after them.
 */
public final class Cursor {

  private static final String BETWEEN = "\u001f";

  private Cursor() {}

  /**
   * Returns the values of the cursor of a request.
   *
   * @param list name of the list and its order
   * @param count how many values there are
   * @return nothing for the first page
   * @throws InvalidCursorException if it is of another list
   */
  public static Optional<List<String>> values(PageRequest request, String list, int count) {
    return request.cursor().map(text -> parsed(text, list, count));
  }

  private static List<String> parsed(String text, String list, int count) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      List<String> parts = new ArrayList<>();
      int from = 0;
      for (int at = plain.indexOf(BETWEEN); at >= 0; at = plain.indexOf(BETWEEN, from)) {
        parts.add(plain.substring(from, at));
        from = at + BETWEEN.length();
      }
      parts.add(plain.substring(from));
      if (parts.size() == count + 1 && parts.get(0).equals(list)) {
        return parts.subList(1, parts.size());
      }
      throw new InvalidCursorException();
    } catch (IllegalArgumentException e) {
      throw new InvalidCursorException();
    }
  }

  /** Returns the number a cursor should hold. */
  public static long number(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new InvalidCursorException();
    }
  }

  /**
   * Makes a page of entries of which one more than wanted was asked for.
   *
   * @param list name of the list and its order
   * @param values what an entry is put in order by
   */
  public static <T> Page<T> page(
      List<T> found, PageRequest request, String list, Function<T, List<String>> values) {
    if (found.size() <= request.limit()) {
      return new Page<>(found, Optional.empty());
    }
    List<T> items = found.subList(0, request.limit());
    List<String> parts = new ArrayList<>(List.of(list));
    parts.addAll(values.apply(items.get(items.size() - 1)));
    String plain = String.join(BETWEEN, parts);
    return new Page<>(
        items,
        Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8))));
  }
}
