package io.headroom.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.document.GuardedYaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  /** Another value for every key. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("selector", "instance.region == 'x'"),
          Map.entry("history.lookback", "41d"),
          Map.entry("history.for_verdict", "31h"),
          Map.entry("history.to_reduce", "15d"),
          Map.entry("history.to_reduce_freely", "36d"),
          Map.entry("history.coverage", "81%"),
          Map.entry("cpu.statistic", "p99"),
          Map.entry("cpu.series", "maximum"),
          Map.entry("cpu.headroom", "1%"),
          Map.entry("cpu.target_utilization", "99%"),
          Map.entry("memory.statistic", "p99"),
          Map.entry("memory.series", "maximum"),
          Map.entry("memory.headroom", "51%"),
          Map.entry("memory.target_utilization", "60%"),
          Map.entry("growth", "on_pressure"),
          Map.entry("candidates.ec2_families", "[m, c]"),
          Map.entry("candidates.gce_series", "[e2]"),
          Map.entry("candidates.architecture_change", "true"),
          Map.entry("candidates.flex", "true"),
          Map.entry("candidates.custom_shapes", "false"),
          Map.entry("candidates.burstable", "true"),
          Map.entry("candidates.credit_mode", "unlimited"),
          Map.entry("candidates.price_tolerance", "3%"),
          Map.entry("workers.recipe", "gunicorn"),
          Map.entry("workers.per_worker", "151MiB"),
          Map.entry("workers.per_background_worker", "81MiB"),
          Map.entry("workers.co_resident_share", "26%"),
          Map.entry("workers.background_share", "41%"),
          Map.entry("workers.minimum", "2"),
          Map.entry("workers.maximum", "998"),
          Map.entry("workers.needed", "3"),
          Map.entry("calendar.time_zone", "Europe/Berlin"),
          Map.entry("calendar.keep", "[{name: a, dates: [2026-01-01]}]"),
          Map.entry("calendar.leave_out", "[{name: a, dates: [2026-01-01]}]"),
          Map.entry("calendar.freezes", "[{name: a, dates: [2026-01-01]}]"),
          Map.entry("change.step", "none"),
          Map.entry("change.cool_down", "8d"),
          Map.entry("change.minimum_saving", "6%"),
          Map.entry("change.minimum_amounts", "[6 USD]"),
          Map.entry("change.opt_out_tags", "[keep]"),
          Map.entry("execution.windows", "[{name: a, dates: [2026-01-01]}]"),
          Map.entry("execution.approval", "none"),
          Map.entry("execution.max_per_run", "11"),
          Map.entry("execution.max_share_per_run", "11%"),
          Map.entry("execution.same_answers", "2"),
          Map.entry("execution.group_tag", "app"),
          Map.entry("execution.at_once_per_group", "2"),
          Map.entry("execution.terraform", "leave_alone"));

  @Test
  void everyKeyChangesIt() {
    Set<String> hashes = new HashSet<>();
    hashes.add(hash("kind: Policy\nname: web\n"));
    OTHERS.forEach(
        (path, value) ->
            assertThat(hashes.add(hash("kind: Policy\nname: web\n" + nested(path, value))))
                .as(path)
                .isTrue());
  }

  @Test
  void everyKeyOfTheSchemaIsTried() {
    List<String> paths =
        SchemaKeys.of(GuardedYaml.read(Path.of("policies/policy.schema.json")).asMapping()).stream()
            .map(SchemaKeys.Key::path)
            .filter(path -> !path.equals("extends"))
            .toList();

    assertThat(OTHERS.keySet()).containsExactlyInAnyOrderElementsOf(paths);
  }

  @Test
  void nameChangesIt() {
    assertThat(hash("kind: Policy\nname: web\n")).isNotEqualTo(hash("kind: Policy\nname: app\n"));
  }

  @Test
  void formDoesNotMatter() {
    String one =
        """
        kind: Policy
        name: web
        history: {lookback: 35d, coverage: 75%}
        memory: {headroom: 30%}
        workers: {per_worker: 0.5GiB}
        candidates: {ec2_families: [m, c]}
        change: {minimum_amounts: [5 USD, 4 EUR]}
        calendar: {keep: [{name: b, dates: [2026-01-01, 2026-01-02]}, {name: a, dates: [2026-03-01]}]}
        """;
    String same =
        """
        # says the same in other words, and what is inherited
        api_version: headroom/v1
        kind: Policy
        description: another description
        extends: peak-plus-half
        name: web
        candidates:
          ec2_families:
            - c
            - m
        calendar:
          keep:
            - {dates: ['2026-03-01'], name: a}
            - name: b
              dates: [2026-01-02, 2026-01-01]
        change: {minimum_amounts: [4.00 EUR, 5.0 USD], step: half_memory}
        history: {coverage: 75.0 %, lookback: 840h}
        workers: {per_worker: 512 MiB}
        memory: {headroom: "30%"}
        """;

    assertThat(hash(one)).isEqualTo(hash(same));
  }

  @Test
  void valuesAreNotMistakenForEachOther() {
    // as plain text both would be "a" followed by "b"
    assertThat(hash("kind: Policy\nname: w\nchange: {opt_out_tags: [ab, c]}\n"))
        .isNotEqualTo(hash("kind: Policy\nname: w\nchange: {opt_out_tags: [a, bc]}\n"));
  }

  @Test
  void isSixtyFourHexadecimalDigits() {
    ContentHash hash = ShippedPolicies.load("peak-plus-half").hash();

    assertThat(hash.hex()).matches("[0-9a-f]{64}").startsWith(hash.abbreviated());
    assertThat(hash.abbreviated()).hasSize(12);
    assertThat(hash).hasToString(hash.hex());
  }

  @Test
  void isOfOneTextForOneMeaning() {
    // keys sorted, entries sorted, each text with its length
    assertThat(CanonicalForm.of(GuardedYaml.parse("x", "{b: [2d, 1.50 USD, 48h], a: 0.5 GiB}")))
        .isEqualTo("d1:a8:512.0MiB1:bl5:PT48H5:PT48H6:1.5USDee");
  }

  private static String nested(String path, String value) {
    int dot = path.indexOf('.');
    return dot < 0
        ? path + ": " + value + "\n"
        : path.substring(0, dot) + ": {" + path.substring(dot + 1) + ": " + value + "}\n";
  }

  private static String hash(String text) {
    return PolicyReader.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8)).hash().hex();
  }
}
