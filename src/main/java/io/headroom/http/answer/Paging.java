package io.headroom.http.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headroom.http.problem.ProblemCode;
import io.headroom.http.problem.ProblemException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cuts a list into pages. A cursor names the last item of the page before, and the order it was in,
 * so that items that come or go elsewhere do not shift what follows.
 */
public final class Paging {

  /** Most items of a page. */
  public static final int MOST = 1000;

  private Paging() {}

  /**
   * A page.
   *
   * @param next cursor of the page that follows; absent on the last one
   * @param total how many items there are on all pages
   */
  public record Page<T>(List<T> items, Optional<String> next, int total) {

    /** Copies the list. */
    public Page {
      items = List.copyOf(items);
    }
  }

  /**
   * Returns a page.
   *
   * @param order name of the order the items are in
   * @param id what names an item
   * @param limit most items of the page
   * @param cursor from the page before; empty for the first page
   * @throws ProblemException if the limit is out of range or the cursor is not of this list
   */
  public static <T> Page<T> page(
      List<T> items, String order, Function<T, String> id, int limit, String cursor) {
    if (limit < 1 || limit > MOST) {
      throw ProblemException.invalid("limit", String.valueOf(limit), "1 to " + MOST);
    }
    int from = cursor.isEmpty() ? 0 : after(items, order, id, cursor);
    int until = Math.min(items.size(), from + limit);
    List<T> page = items.subList(from, until);
    Optional<String> next =
        until == items.size()
            ? Optional.empty()
            : Optional.of(encoded(order + "\n" + id.apply(page.get(page.size() - 1))));
    return new Page<>(page, next, items.size());
  }

  private static <T> int after(List<T> items, String order, Function<T, String> id, String cursor) {
    String last = decoded(cursor);
    for (int i = 0; i < items.size(); i++) {
      if (last.equals(order + "\n" + id.apply(items.get(i)))) {
        return i + 1;
      }
    }
    throw unfit();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      throw unfit();
    }
  }

  private static ProblemException unfit() {
    return new ProblemException(
        ProblemCode.INVALID_CURSOR,
        "Cannot go on from this cursor: it is of another list or order, or its item is gone; begin"
            + " again without one");
  }
}
