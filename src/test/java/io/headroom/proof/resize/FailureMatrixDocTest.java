package io.headroom.proof.resize;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.proof.PlantedBug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/failure-matrix.md} lists every fault, every test of one, and every planted bug. */
class FailureMatrixDocTest {

  private static final Path TESTS =
      Path.of(System.getProperty("basedir", ""), "src/test/java/io/headroom");
  private static final Pattern TEST = Pattern.compile("void (f(\\d\\d)[A-Z]\\w+)\\(");
  private static final Pattern LISTED = Pattern.compile("`(\\w+)\\.(f(\\d\\d)\\w+)`");

  private final String page =
      Files.readString(Path.of(System.getProperty("basedir", ""), "docs/failure-matrix.md"));

  FailureMatrixDocTest() throws IOException {}

  @Test
  void listsEachFaultOnce() {
    List<String> ids =
        page.lines()
            .filter(line -> line.startsWith("| F"))
            .map(line -> line.substring(2, 5))
            .toList();

    assertThat(ids)
        .isEqualTo(
            IntStream.rangeClosed(1, 67)
                .mapToObj(n -> String.format(Locale.ROOT, "F%02d", n))
                .toList());
  }

  @Test
  void listsEachTestOfAFaultInItsRow() throws IOException {
    Set<String> listed = new TreeSet<>();
    for (String line : page.lines().toList()) {
      Matcher test = LISTED.matcher(line);
      while (test.find()) {
        assertThat(line).startsWith("| F" + test.group(3));
        listed.add(test.group(1) + "." + test.group(2));
      }
    }

    assertThat(listed).isEqualTo(tests()).hasSizeGreaterThan(40);
  }

  private static Set<String> tests() throws IOException {
    Set<String> tests = new TreeSet<>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        Matcher test = TEST.matcher(Files.readString(file));
        while (test.find()) {
          tests.add(name + "." + test.group(1));
        }
      }
    }
    return tests;
  }

  @Test
  void listsEachPlantedBug() {
    for (PlantedBug bug : ResizeBugs.ALL) {
      assertThat(page)
          .contains("| `" + bug.file().replace("executor/", "") + "` | " + bug.breaks() + " |");
    }
    assertThat(ResizeBugs.ALL).hasSizeGreaterThanOrEqualTo(20);
  }
}
