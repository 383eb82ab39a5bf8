package io.headroom.recording.inventory;

import io.headroom.document.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Properties that nobody asked for. They are ignored, since a later version may know them, and each
 * name is told once, since it may be a slip of the pen.
 */
final class UnknownFields {

  private static final int LISTED = 20;

  private final Map<String, Unknown> firstOnes = new LinkedHashMap<>();
  private boolean more;

  /** Where a name first stands, and a name that it may be a slip of. */
  private record Unknown(int line, List<String> meant) {}

  /**
   * Adds a property.
   *
   * @param path its name, with the names of the objects around it
   * @param meant a name that is known and much like it, if there is one
   */
  void add(String path, int line, List<String> meant) {
    if (firstOnes.size() < LISTED) {
      firstOnes.putIfAbsent(path, new Unknown(line, meant));
    } else {
      more |= !firstOnes.containsKey(path);
    }
  }

  /** Returns a sentence for each name, in the order of the file. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    firstOnes.forEach((path, unknown) -> notices.add(notice(path, unknown)));
    if (more) {
      notices.add("More properties in " + Inventory.FILE + " are not known and ignored");
    }
    return List.copyOf(notices);
  }

  private static String notice(String path, Unknown unknown) {
    String question =
        unknown.meant().isEmpty() ? "" : "; did you mean " + unknown.meant().get(0) + "?";
    return "Property "
        + Excerpt.of(path)
        + " in "
        + Inventory.FILE
        + " line "
        + unknown.line()
        + " is not known and ignored, here and below"
        + question;
  }
}
