package io.headroom.recording.inventory;

import io.headroom.recording.problem.Excerpt;
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

  private final Map<String, Integer> firstLines = new LinkedHashMap<>();
  private boolean more;

  void add(String path, int line) {
    if (firstLines.size() < LISTED) {
      firstLines.putIfAbsent(path, line);
    } else {
      more |= !firstLines.containsKey(path);
    }
  }

  /** Returns a sentence for each name, in the order of the file. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    firstLines.forEach(
        (path, line) ->
            notices.add(
                "Property "
                    + Excerpt.plain(path)
                    + " in "
                    + Inventory.FILE
                    + " line "
                    + line
                    + " is not known and ignored, here and below"));
    if (more) {
      notices.add("More properties in " + Inventory.FILE + " are not known and ignored");
    }
    return List.copyOf(notices);
  }
}
