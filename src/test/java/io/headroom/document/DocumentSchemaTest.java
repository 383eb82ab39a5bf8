package io.headroom.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSchemaTest {

  private static final DocumentSchema SCHEMA =
      DocumentSchema.ofResource("document/example.schema.json");

  private static List<String> problemsOf(String text) {
    return SCHEMA.check(GuardedYaml.parse("a.yaml", text)).stream()
        .map(DocumentProblem::toString)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "amount: '12'",
        "count: 9",
        "share: 0.5",
        "mode: standard",
        "names: [ab, abcde]",
        "flag: false",
        "level: x",
        "level: 2",
        "statistic: peak",
        "statistic: {percentile: 99.5}",
        "price: {hourly: '1', note: x}",
        "tags: {a: x}",
        "pair: {vcpu: 1, gib: 2}",
        "pair: {gib: 2}"
      })
  void acceptsWhatTheSchemaAccepts(String property) {
    String text = property.equals("{}") ? "kind: Example" : "kind: Example\n" + property;
    assertThat(problemsOf(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amount: 12 | 2:9: Invalid amount: 12; expected an amount such as \"12\"",
        "amount: 'x' | 2:9: Invalid amount: \"x\"; expected an amount such as \"12\"",
        "count: 0 | 2:8: Invalid count: 0; expected 1 or more",
        "count: 10 | 2:8: Invalid count: 10; expected 9 or less",
        "count: 1.5 | 2:8: Invalid count: 1.5; expected a whole number",
        "count: '5' | 2:8: Invalid count: \"5\"; expected a whole number",
        "share: 0 | 2:8: Invalid share: 0; expected more than 0",
        "share: 1 | 2:8: Invalid share: 1; expected less than 1",
        "mode: fast | 2:7: Invalid mode: \"fast\"; expected one of standard, unlimited",
        "kind2: x | 2:1: Unknown key kind2; expected kind",
        "zzz: x | 2:1: Unknown key zzz; expected one of kind, amount, count, share, mode, names, flag, level, statistic, price, prices, tags, pair",
        "names: [] | 2:8: Invalid names: an empty list; expected a list of 1 or more",
        "names: [ab, cd, ef, gh] | 2:8: Invalid names: a list of 4 entries; expected a list of 3 or less",
        "names: [ab, ab] | 2:8: Invalid names: a list of 2 entries; expected entries that differ",
        "names: [ab, a] | 2:13: Invalid names[1]: \"a\"; expected 2 characters or more",
        "names: [abcdef] | 2:9: Invalid names[0]: \"abcdef\"; expected 5 characters or less",
        "names: x | 2:8: Invalid names: \"x\"; expected a list",
        "flag: 1 | 2:7: Invalid flag: 1; expected true or false",
        "level: [1] | 2:8: Invalid level: a list of 1 entry; expected text or a number",
        "level: | 2:7: Invalid level: nothing; expected text or a number",
        "tags: {A: x} | 2:8: Invalid key tags.A; expected lower-case letters",
        "tags: {a: 1} | 2:11: Invalid tags.a: 1; expected text",
        "tags: {} | 2:7: Invalid tags: an empty mapping; expected 1 keys or more",
        "pair: {vcpu: 1} | 2:7: Invalid pair: gib is missing; expected the price of a GiB",
        "statistic: maximum | 2:12: Invalid statistic: \"maximum\"; expected peak or mean",
        "statistic: {percentile: 101} | 2:25: Invalid statistic.percentile: 101; expected 100 or less",
        "statistic: {} | 2:12: Invalid statistic: percentile is missing; expected a number",
        "statistic: [peak] | 2:12: Invalid statistic: a list of 1 entry; expected peak or mean, or a mapping with percentile",
        "price: {note: x} | 2:8: Invalid price: a mapping; expected hourly or discount, not both",
        "price: {hourly: '1', discount: x} | 2:8: Invalid price: a mapping; expected hourly or discount, not both",
        "price: {hourly: x, note: z} | 2:17: Invalid price.hourly: \"x\"; expected an amount such as \"12\"",
      })
  void saysWhatWasFoundAndWhatIsAccepted(String property, String problem) {
    assertThat(problemsOf("kind: Example\n" + property)).containsExactly("a.yaml:" + problem);
  }

  @Test
  void saysThatARequiredKeyIsMissing() {
    assertThat(problemsOf("count: 1"))
        .containsExactly("a.yaml:1:1: Invalid the document: kind is missing; expected Example");
  }

  @Test
  void listsEveryProblemInTheOrderOfTheDocument() {
    assertThat(
            problemsOf("flag: 5\nprices:\n- {hourly: '1'}\n- {note: b}\n- {hourly: z}\ncount: x"))
        .containsExactly(
            "a.yaml:1:1: Invalid the document: kind is missing; expected Example",
            "a.yaml:1:7: Invalid flag: 5; expected true or false",
            "a.yaml:4:3: Invalid prices[1]: a mapping; expected hourly or discount, not both",
            "a.yaml:5:12: Invalid prices[2].hourly: \"z\"; expected an amount such as \"12\"",
            "a.yaml:6:8: Invalid count: \"x\"; expected a whole number");
  }

  @Test
  void refusesADocumentThatIsNoMapping() {
    assertThat(problemsOf("[1]"))
        .containsExactly("a.yaml:1:1: Invalid the document: a list of 1 entry; expected a mapping");
  }

  @Test
  void neverEchoesLongOrHostileText() {
    String hostile = "\\e[31mred\\u202E\\n" + "x".repeat(900);
    assertThat(problemsOf("kind: Example\nmode: \"" + hostile + "\"\n\"" + hostile + "\": 1"))
        .hasSize(2)
        .allSatisfy(
            problem ->
                assertThat(problem)
                    .hasSizeLessThan(250)
                    .contains("\\u001B[31mred\\u202E\\u000Axxx")
                    .doesNotContain("\u001B", "\u202E", "\n"));
  }

  @Test
  void checksThousandsOfWrongEntriesWithoutOverflow() {
    String entries = "- {note: x}\n".repeat(8_000);
    assertThat(problemsOf("kind: Example\nprices:\n" + entries)).hasSize(8_000);
  }

  @Test
  void requireThrowsWithEveryProblem() {
    DocumentNode document = GuardedYaml.parse("a.yaml", "kind: Other\ncount: 0");
    assertThatThrownBy(() -> SCHEMA.require(document))
        .isInstanceOf(DocumentException.class)
        .hasMessage(
            "a.yaml:1:7: Invalid kind: \"Other\"; expected Example\n"
                + "a.yaml:2:8: Invalid count: 0; expected 1 or more");
    DocumentNode right = GuardedYaml.parse("a.yaml", "kind: Example");
    assertThat(SCHEMA.require(right)).isSameAs(right);
  }

  @Test
  void refusesAResourceThatIsNotThere() {
    assertThatThrownBy(() -> DocumentSchema.ofResource("schema/none.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot find the schema schema/none.json in the program");
  }
}
