package io.headroom.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes as people make them, one a file in {@code src/test/resources/policy/bad}; the comments
 * at its end are the messages, with line and column.
 */
class PolicyCorpusTest {

  private static final Path BAD = Path.of("src/test/resources/policy/bad");
  private static final String EXPECT = "# expect: ";

  static Stream<Path> badFiles() throws IOException {
    try (Stream<Path> files = Files.list(BAD)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void saysWhatIsWrongWhereAndWhatIsAccepted(Path file) throws IOException {
    String text = Files.readString(file);
    List<String> expected =
        text.lines()
            .filter(line -> line.startsWith(EXPECT))
            .map(line -> "policy.yaml:" + line.substring(EXPECT.length()))
            .toList();

    DocumentException refused =
        catchThrowableOfType(
            DocumentException.class,
            () -> PolicyReader.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8)));

    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.problems().stream().map(DocumentProblem::toString))
        .containsExactlyElementsOf(expected)
        .isNotEmpty();
  }

  @Test
  void holdsManyMistakes() throws IOException {
    assertThat(badFiles().count()).isGreaterThanOrEqualTo(80);
  }
}
