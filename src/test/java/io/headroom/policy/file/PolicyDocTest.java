package io.headroom.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.document.DocumentNode;
import io.headroom.document.GuardedYaml;
import io.headroom.document.ListNode;
import io.headroom.document.MappingNode;
import io.headroom.policy.expectation.PolicyTestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/policies.md} says of every key what the schemas say, and of no other. */
class PolicyDocTest {

  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private final String doc = Files.readString(Path.of("docs/policies.md"));

  PolicyDocTest() throws IOException {}

  @Test
  void hasOneRowForEveryKey() {
    List<String> rows = doc.lines().filter(line -> line.startsWith("| `")).toList();
    List<String> keyRows = rows.stream().filter(row -> row.split("\\|", -1).length == 6).toList();

    assertThat(keyRows.stream().filter(row -> !isOfAPolicy(row)))
        .containsExactlyInAnyOrderElementsOf(expectedRows());
  }

  static List<String> policies() {
    return ShippedPolicies.NAMES;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void namesEveryShippedPolicy(String name) {
    assertThat(doc).contains("| `" + name + "` |");
  }

  @Test
  void examplesAreValid() {
    List<String> examples = examples();

    assertThat(examples).hasSize(4);
    for (String example : examples) {
      if (example.contains("kind: PolicyTest")) {
        assertThat(PolicyTestReader.read("example", GuardedYaml.parse("example", example)).cases())
            .isNotEmpty();
      } else {
        String whole = example.contains("kind:") ? example : "kind: Policy\nname: x\n" + example;
        PolicyReader.read("example", whole.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private List<String> examples() {
    Matcher matcher = BLOCK.matcher(doc);
    List<String> examples = new ArrayList<>();
    while (matcher.find()) {
      examples.add(matcher.group(1));
    }
    return examples;
  }

  private static boolean isOfAPolicy(String row) {
    return ShippedPolicies.NAMES.stream().anyMatch(name -> row.startsWith("| `" + name + "` |"));
  }

  private static List<String> expectedRows() {
    MappingNode policy = schema("policy.schema.json");
    MappingNode test = schema("policy-test.schema.json");
    return Stream.of(
            rows(policy, policy, ""),
            rows(definition(policy, "named_time"), policy, ""),
            rows(test, test, ""),
            rows(definition(test, "case"), test, ""))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> rows(MappingNode owner, MappingNode schema, String prefix) {
    List<String> rows = new ArrayList<>();
    owner
        .get("properties")
        .asMapping()
        .entries()
        .forEach((key, value) -> rows.addAll(rows(value.asMapping(), schema, prefix, key)));
    return rows;
  }

  private static List<String> rows(
      MappingNode property, MappingNode schema, String prefix, String key) {
    boolean section =
        property.find("properties").isPresent() && property.find("x-expected").isEmpty();
    return section
        ? rows(property, schema, prefix + key + ".")
        : List.of(
            String.join(
                " | ",
                "| `" + prefix + key + "`",
                property.text("description"),
                accepted(property, schema),
                property.find("default").map(PolicyDocTest::shown).orElse("none") + " |"));
  }

  private static String accepted(MappingNode property, MappingNode schema) {
    Optional<DocumentNode> own = property.find("x-expected").or(() -> property.find("const"));
    if (own.isPresent()) {
      return own.get().asScalar().text();
    }
    return property
        .find("enum")
        .map(choices -> "one of " + joined(choices.asList()))
        .orElseGet(
            () -> {
              String name = property.text("$ref").replace("#/$defs/", "");
              return accepted(definition(schema, name), schema);
            });
  }

  private static String shown(DocumentNode value) {
    return value instanceof ListNode list
        ? "`[" + joined(list) + "]`"
        : "`" + value.asScalar().text() + "`";
  }

  private static String joined(ListNode list) {
    return list.entries().stream()
        .map(entry -> entry.asScalar().text())
        .collect(Collectors.joining(", "));
  }

  private static MappingNode definition(MappingNode schema, String name) {
    return schema.get("$defs").asMapping().get(name).asMapping();
  }

  private static MappingNode schema(String name) {
    return GuardedYaml.read(Path.of("policies", name)).asMapping();
  }
}
