package io.headroom.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GuardedYamlPropertiesTest {

  private static final long SEED = 20_261_123L;
  private static final DocumentSchema SCHEMA =
      DocumentSchema.ofResource("document/example.schema.json");
  private static final String EXAMPLE =
      """
      kind: Example
      amount: '12'
      names: [ab, cd]
      statistic: {percentile: 99.5}
      price:
        hourly: "1"
        note: |
          two
          lines
      tags: {a: x}  # a comment
      """;
  private static final String ALPHABET =
      " \n\t:-[]{},&*!|>'\"%@`#?~<=.0189aNOy\\\u0000\u0085\u2028\uFEFF\uD800é";

  /** Whatever is typed, a document is read or refused with places; nothing else is thrown. */
  @Test
  void readsOrRefusesWhateverIsTyped() {
    Random random = new Random(SEED);
    int read = 0;
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      String text = mutated(random);
      try {
        SCHEMA.require(GuardedYaml.parse("a.yaml", text));
        read++;
      } catch (DocumentException e) {
        refused++;
        assertThat(e.problems()).as("seed %s round %s", SEED, round).isNotEmpty();
        assertThat(e.problems())
            .allSatisfy(
                problem ->
                    assertThat(problem.message())
                        .hasSizeLessThan(400)
                        .doesNotContain("\u0000", "\u0085", "\u2028", "\uFEFF"));
      }
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(EXAMPLE);
    int changes = 1 + random.nextInt(4);
    for (int change = 0; change < changes; change++) {
      int at = random.nextInt(text.length());
      char character = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, character);
        case 1 -> text.setCharAt(at, character);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }
}
