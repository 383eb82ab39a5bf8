package io.headroom.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.document.GuardedYaml;
import io.headroom.testing.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables of {@code docs/configuration.md} are those of the schema, and examples of the pages
 * can be read. {@code -Dheadroom.golden=write} writes the tables anew.
 */
class ConfigurationDocTest {

  private static final Path DOC = Path.of("docs", "configuration.md");
  private static final Pattern TABLES =
      Pattern.compile("(?s)(<!-- keys -->\n).*?(<!-- end of keys -->)");

  @Test
  void saysOfEveryKeyWhatTheSchemaSays() throws IOException {
    String doc = Files.readString(DOC);
    String written =
        TABLES
            .matcher(doc)
            .replaceFirst(
                Matcher.quoteReplacement("<!-- keys -->\n" + tables() + "<!-- end of keys -->"));
    if (GoldenFile.isWritten()) {
      Files.writeString(DOC, written);
    }
    assertThat(Files.readString(DOC)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"configuration.md", "run.md", "deliveries.md"})
  void examplesAreAsTheyShouldBe(String page) throws IOException {
    Matcher example =
        Pattern.compile("(?s)```yaml\n(.*?)```")
            .matcher(Files.readString(DOC.resolveSibling(page)));
    assertThat(example.find()).isTrue();
    assertThat(ConfigurationKeys.schema().check(GuardedYaml.parse("example", example.group(1))))
        .isEmpty();
  }

  private static String tables() {
    StringBuilder text =
        new StringBuilder("\n| Key | Variable | Default | |\n| --- | --- | --- | --- |\n");
    for (ConfigurationKey key : ConfigurationKeys.all()) {
      row(
          text,
          List.of(
              "`" + key.name() + "`",
              key.variable().map(name -> "`" + name + "`").orElse("–"),
              key.byDefault().map(value -> "`" + value + "`").orElse("–"),
              key.description()));
    }
    for (String list : List.of("clouds", "deliveries")) {
      text.append("\nEach entry of `").append(list).append("`:\n\n| Key | |\n| --- | --- |\n");
      ConfigurationKeys.ofEntries(list)
          .forEach(key -> row(text, List.of("`" + key.name() + "`", key.description())));
    }
    return text.append('\n').toString();
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
