package io.headroom.terraform.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.stream.Collectors;

/** The change of a file as a unified diff, as {@code patch} takes it. */
public final class FileDiff {

  private static final int CONTEXT = 3;

  private FileDiff() {}

  /**
   * Returns the difference; empty if there is none.
   *
   * @param name name of the file
   * @param before its text, empty if there is no file
   */
  public static String of(String name, String before, String after) {
    List<String> old = before.lines().toList();
    String from = before.isEmpty() ? "/dev/null" : name;
    return UnifiedDiffUtils.generateUnifiedDiff(
            from, name, old, DiffUtils.diff(old, after.lines().toList()), CONTEXT)
        .stream()
        // the library counts lines from 1 where there are none
        .map(line -> (before.isEmpty() ? line.replace("@@ -1,0 ", "@@ -0,0 ") : line) + "\n")
        .collect(Collectors.joining());
  }
}
