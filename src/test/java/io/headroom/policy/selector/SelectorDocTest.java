package io.headroom.policy.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/policies.md} names every field that a selector may ask. */
class SelectorDocTest {

  @Test
  void namesEveryFieldOnce() throws IOException {
    List<String> fields =
        Files.readString(Path.of("docs/policies.md"))
            .lines()
            .filter(line -> line.startsWith("| `instance."))
            .map(line -> line.substring("| `instance.".length(), line.indexOf("` |")))
            .toList();

    assertThat(fields).containsExactlyInAnyOrderElementsOf(InstanceField.ids());
  }
}
