package io.headroom.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedYamlTest {

  private static DocumentNode parse(String text) {
    return GuardedYaml.parse("a.yaml", text);
  }

  private static List<String> problemsOf(String text) {
    DocumentException refused = catchThrowableOfType(DocumentException.class, () -> parse(text));
    assertThat(refused).as("refusal of %s", text).isNotNull();
    return refused.problems().stream().map(DocumentProblem::toString).toList();
  }

  @Test
  void readsMappingsListsAndScalarsInTheirOrder() {
    MappingNode root = parse("b: [x, 'y']\na: {n: 1.10, t: true, e: }\n").asMapping();
    assertThat(root.entries().keySet()).containsExactly("b", "a");
    assertThat(root.get("b").asList().entries())
        .extracting(node -> node.asScalar().text())
        .containsExactly("x", "y");
    MappingNode inner = root.get("a").asMapping();
    assertThat(inner.get("n").asScalar().number()).isEqualTo(new BigDecimal("1.10"));
    assertThat(inner.get("t").asScalar().truth()).isTrue();
    assertThat(inner.get("e").asScalar().kind()).isEqualTo(ScalarKind.NOTHING);
  }

  @Test
  void knowsLineColumnAndPathOfEveryValue() {
    MappingNode root = parse("a:\n  - b: 1\n    c d: [5,\n      6]\n").asMapping();
    DocumentNode six =
        root.get("a").asList().entries().get(0).asMapping().get("c d").asList().entries().get(1);
    assertThat(six.place()).isEqualTo(new Place("a.yaml", 4, 7, "a[0][\"c d\"][1]"));
    assertThat(six.place()).hasToString("a.yaml:4:7");
    assertThat(root.keyPlace("a")).isEqualTo(new Place("a.yaml", 1, 1, "a"));
  }

  @Test
  void readsJsonWithItsEscapes() {
    MappingNode root =
        parse("{\"a\":\"\\u0041\\/\\n\",\"b\":[1,-2.5e3,null],\n\t\"c\":{\"d\":false}}")
            .asMapping();
    assertThat(root.text("a")).isEqualTo("A/\n");
    assertThat(root.get("b").asList().entries().get(1).asScalar().number())
        .isEqualByComparingTo("-2500");
    assertThat(root.get("c").asMapping().get("d").place())
        .isEqualTo(new Place("a.yaml", 2, 11, "c.d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NO",
        "no",
        "y",
        "On",
        "off",
        "True",
        "FALSE",
        "NULL",
        "Null",
        "010",
        "-07",
        "00.5",
        "0x1F",
        "0o17",
        "0b1",
        "1_000",
        "+5",
        ".5",
        "5.",
        ".inf",
        "-.INF",
        ".nan",
        "1e999999999",
        "0.0000000000000000000000000000000000001",
        "99999999999999999999999999999999999"
      })
  void refusesValuesThatReadersOfYamlDisagreeAbout(String trap) {
    assertThat(problemsOf("key: " + trap))
        .singleElement()
        .asString()
        .startsWith("a.yaml:1:6: Invalid key: " + trap + "; expected ")
        .endsWith("or text in quotes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "28%",
        "14d",
        "4GiB",
        "m5.large",
        "us-east-1",
        "2026-03-31",
        "10:30",
        "1.2.3",
        "nothing",
        "1,000",
        "yes please",
        "0.10.0",
        "007abc",
        "12h30m",
        "1 000"
      })
  void readsOtherUnquotedValuesAsText(String text) {
    ScalarNode value = parse("key: " + text).asMapping().get("key").asScalar();
    assertThat(value.kind()).isEqualTo(ScalarKind.TEXT);
    assertThat(value.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO", "010", "true", "null", "1.10", "~"})
  void readsQuotedValuesAsText(String text) {
    MappingNode root = parse("a: '" + text + "'\nb: \"" + text + "\"").asMapping();
    assertThat(root.get("a").asScalar().kind()).isEqualTo(ScalarKind.TEXT);
    assertThat(root.text("a")).isEqualTo(text);
    assertThat(root.text("b")).isEqualTo(text);
  }

  @Test
  void readsKeysAsTextWhateverTheyLookLike() {
    assertThat(parse("on: 1\nno: 2\n010: 3\n").asMapping().entries().keySet())
        .containsExactly("on", "no", "010");
  }

  @Test
  void refusesDuplicateKeysAndSaysWhereTheFirstStands() {
    assertThat(problemsOf("a: 1\nb:\n  c: 1\n  c: 2\n\"a\": 3\n"))
        .containsExactly(
            "a.yaml:4:3: Duplicate b.c; it stands in line 3 already",
            "a.yaml:5:1: Duplicate a; it stands in line 1 already");
  }

  @Test
  void refusesAnchorsAliasesMergeKeysAndTags() {
    String text = "d: &base {x: 1}\ne: *base\nf:\n  <<: *base\ng: !!str 5\nh: !own [1]\n";
    assertThat(problemsOf(text))
        .containsExactly(
            "a.yaml:1:4: Invalid d: the anchor &base is refused; write the value out",
            "a.yaml:2:4: Invalid e: the alias *base is refused; write the value out",
            "a.yaml:4:3: Invalid key <<: merge keys are refused; write the values out",
            "a.yaml:4:7: Invalid f: the alias *base is refused; write the value out",
            "a.yaml:5:4: Invalid g: the tag tag:yaml.org,2002:str is refused; leave it out",
            "a.yaml:6:4: Invalid h: the tag !own is refused; leave it out");
  }

  @Test
  void readsAQuotedMergeSignAsAKey() {
    assertThat(parse("'<<': 1").asMapping().entries()).containsOnlyKeys("<<");
  }

  @Test
  void refusesKeysThatAreNoText() {
    assertThat(problemsOf("? [a, b]\n: 1\nc: 2\n"))
        .containsExactly("a.yaml:1:3: Invalid key in the document: a key must be plain text");
  }

  @Test
  void refusesABombOfAliases() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("aI: &aI [*aJ, *aJ]\n".replace("I", "" + i).replace("J", "" + (i - 1)));
    }
    assertThat(problemsOf(bomb.toString())).hasSizeGreaterThan(30);
  }

  @Test
  void refusesDeepNesting() {
    assertThat(problemsOf("[".repeat(200_000)))
        .containsExactly("a.yaml:1:51: Cannot read it: values are nested more than 50 deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n", "# only a comment\n"})
  void refusesAnEmptyDocument(String text) {
    assertThat(problemsOf(text)).containsExactly("a.yaml: Cannot read it: the document is empty");
  }

  @Test
  void refusesASecondDocument() {
    assertThat(problemsOf("a: 1\n---\nb: 2\n"))
        .containsExactly(
            "a.yaml:2:1: Cannot read it: a second document begins here; expected one a file");
  }

  @ParameterizedTest
  @CsvSource({
    "'a: [1, 2\nb: 3\n', a.yaml:2:",
    "'a: \"x\n', a.yaml:2:",
    "'a:\n\t- b\n', a.yaml:2:1",
    "'a: b: c', a.yaml:1:5",
    "'a: @b', a.yaml:1:4",
  })
  void namesThePlaceOfBrokenSyntax(String text, String place) {
    assertThat(problemsOf(text))
        .singleElement()
        .asString()
        .startsWith(place)
        .contains("Cannot read the YAML: ");
  }

  @Test
  void namesThePlaceOfAForbiddenCharacter() {
    assertThat(problemsOf("a: 1\nb: x\u0007y\n"))
        .containsExactly("a.yaml:2:5: Cannot read it: the character U+0007 is not allowed in YAML");
  }

  @Test
  void skipsAByteOrderMark() {
    assertThat(parse("\uFEFFa: 1").asMapping().keyPlace("a").column()).isEqualTo(1);
  }

  @Test
  void refusesMoreThan256KiB() throws IOException {
    byte[] most = ("a: " + "x".repeat(GuardedYaml.MOST_BYTES - 3)).getBytes(StandardCharsets.UTF_8);
    assertThat(GuardedYaml.read("a.yaml", new ByteArrayInputStream(most)).asMapping().entries())
        .hasSize(1);
    byte[] more = "x".repeat(GuardedYaml.MOST_BYTES + 1).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> GuardedYaml.read("a.yaml", new ByteArrayInputStream(more)))
        .isInstanceOf(DocumentException.class)
        .hasMessage("a.yaml: Cannot read it: it has more than 256 KiB; split it");
  }

  @Test
  void refusesWhatIsNoUtf8(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
    assertThatThrownBy(() -> GuardedYaml.read(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageEndingWith("latin.yaml: Cannot read it: it is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void refusesAFileThatIsNotThere(@TempDir Path folder) {
    assertThatThrownBy(() -> GuardedYaml.read(folder.resolve("missing.yaml")))
        .isInstanceOf(DocumentException.class)
        .hasMessageEndingWith("missing.yaml: Cannot read it: there is no such file");
    assertThatThrownBy(() -> GuardedYaml.read(folder)).isInstanceOf(DocumentException.class);
  }

  @Test
  void readsAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "a: ä\n");
    MappingNode root = GuardedYaml.read(file).asMapping();
    assertThat(root.text("a")).isEqualTo("ä");
    assertThat(root.place().file()).isEqualTo(file.toString());
  }
}
