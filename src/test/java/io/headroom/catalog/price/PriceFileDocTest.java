package io.headroom.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.headroom.catalog.Catalogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PriceFileDocTest {

  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void theExamplesOfTheManualAreAccepted() throws IOException {
    String manual = Files.readString(Path.of("docs/price-file.md"));
    List<String> examples =
        EXAMPLE.matcher(manual).results().map((MatchResult match) -> match.group(1)).toList();
    assertThat(examples).hasSize(2);
    for (String example : examples) {
      assertThatCode(() -> Catalogs.bundled().withPrices(PriceFile.parse("manual", example)))
          .doesNotThrowAnyException();
    }
  }
}
