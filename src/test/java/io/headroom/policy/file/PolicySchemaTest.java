package io.headroom.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.document.DocumentNode;
import io.headroom.document.GuardedYaml;
import io.headroom.document.ListNode;
import io.headroom.document.MappingNode;
import io.headroom.engine.worker.WorkerRecipe;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.policy.ExecutionRule.Approval;
import io.headroom.model.policy.ExecutionRule.TerraformRule;
import io.headroom.model.policy.Growth;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.StepLimit;
import io.headroom.policy.quantity.QuantityForm;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema, the default policy and the code say the same. */
class PolicySchemaTest {

  private static final MappingNode SCHEMA =
      GuardedYaml.read(Path.of("policies/policy.schema.json")).asMapping();

  private static final MappingNode DEFAULTS =
      GuardedYaml.read(Path.of("policies/peak-plus-half.yaml")).asMapping();

  @Test
  void everyDefaultIsThatOfPeakPlusHalf() {
    SchemaKeys.of(SCHEMA).stream()
        .filter(key -> !key.path().equals("extends"))
        .forEach(
            key ->
                assertThat(key.standard().map(CanonicalForm::of))
                    .as(key.path())
                    .isEqualTo(defaultOf(key.path()).map(CanonicalForm::of)));
  }

  @Test
  void everyKeyIsDescribed() {
    assertThat(SchemaKeys.of(SCHEMA)).hasSizeGreaterThan(40);
    SchemaKeys.of(SCHEMA)
        .forEach(key -> assertThat(key.description()).as(key.path()).endsWith("."));
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of("share", QuantityForm.SHARE),
        Arguments.of("headroom", QuantityForm.HEADROOM),
        Arguments.of("target", QuantityForm.TARGET_UTILIZATION),
        Arguments.of("duration", QuantityForm.DURATION),
        Arguments.of("memory_amount", QuantityForm.MEMORY),
        Arguments.of("money", QuantityForm.MONEY),
        Arguments.of("statistic", QuantityForm.STATISTIC));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void schemaAndCodeAcceptTheSame(String definition, QuantityForm<?> form) {
    MappingNode defined = SCHEMA.get("$defs").asMapping().get(definition).asMapping();
    String pattern = defined.text("pattern");

    assertThat(defined.text("x-expected")).isEqualTo(form.expected());
    for (String text : TEXTS) {
      assertThat(text.matches(pattern)).as(text).isEqualTo(form.parse(text).isPresent());
    }
  }

  private static final List<String> TEXTS =
      List.of(
          "",
          "0",
          "20",
          "0%",
          "1%",
          "0.5%",
          "80%",
          "80 %",
          "99.99%",
          "100%",
          "100.0%",
          "100.1%",
          "101%",
          "999%",
          "1000%",
          "1000.0%",
          "1001%",
          "-5%",
          "5 USD",
          "5.10 USD",
          "5USD",
          "5 usd",
          "0m",
          "90m",
          "30h",
          "14d",
          "2w",
          "1.5d",
          "100000d",
          "150MiB",
          "4 GiB",
          "0.5GiB",
          "4GB",
          "peak",
          "p99.5",
          "p100",
          "p100.5",
          "p99.9999",
          "daily-peak-2",
          "daily-peak-0",
          "daily-peak-100",
          "max");

  @Test
  void choicesAreTheConstants() {
    Map<String, Enum<?>[]> choices =
        Map.of(
            "growth", Growth.values(),
            "candidates.credit_mode", CreditMode.values(),
            "change.step", StepLimit.values(),
            "execution.approval", Approval.values(),
            "execution.terraform", TerraformRule.values());

    choices.forEach(
        (path, constants) ->
            assertThat(SchemaKeys.find(SCHEMA, path).choices()).as(path).isEqualTo(ids(constants)));
    assertThat(texts(SCHEMA.get("$defs").asMapping().get("series").asMapping().get("enum")))
        .isEqualTo(ids(SampleSeries.values()));
  }

  @Test
  void recipesAreThoseOfTheWorkerCalculator() {
    assertThat(SchemaKeys.find(SCHEMA, "workers.recipe").choices())
        .isEqualTo(Arrays.stream(WorkerRecipe.values()).map(WorkerRecipe::id).toList());
  }

  private static List<String> ids(Enum<?>[] constants) {
    return Arrays.stream(constants).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  static List<String> texts(DocumentNode list) {
    return ((ListNode) list).entries().stream().map(entry -> entry.asScalar().text()).toList();
  }

  private static Optional<DocumentNode> defaultOf(String path) {
    DocumentNode node = DEFAULTS;
    for (String key : path.split("\\.", -1)) {
      Optional<DocumentNode> next = node.asMapping().find(key);
      if (next.isEmpty()) {
        return next;
      }
      node = next.get();
    }
    return Optional.of(node);
  }
}
