package io.headroom.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.document.GuardedYaml;
import io.headroom.model.policy.ChangeWindows;
import io.headroom.model.policy.ExecutionRule;
import io.headroom.model.policy.ExecutionRule.Approval;
import io.headroom.model.policy.ExecutionRule.GroupRule;
import io.headroom.model.policy.ExecutionRule.RunLimit;
import io.headroom.model.policy.ExecutionRule.TerraformRule;
import io.headroom.model.policy.NamedRange;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.TimeRange;
import io.headroom.policy.selector.Selector;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {

  @Test
  void threeLinesAreAPolicy() {
    LoadedPolicy web =
        read(
            """
            kind: Policy
            name: web
            memory: {headroom: 30%}
            """);

    assertThat(web.policy())
        .usingRecursiveComparison()
        .ignoringFields("name", "description", "calendar", "memory.headroom")
        .isEqualTo(Policies.peakPlusHalf().build());
    assertThat(web.name()).isEqualTo("web");
    assertThat(web.policy().description()).isEmpty();
    assertThat(web.policy().memory().headroom()).isEqualTo(Headroom.ofPercent(30));
    assertThat(web.origin()).isEqualTo("policy.yaml");
    assertThat(web.selector()).isEmpty();
  }

  @Test
  void extendsAShippedPolicyKeyByKey() {
    LoadedPolicy mine =
        read(
            """
            kind: Policy
            name: my-erp
            extends: erpnext
            workers: {minimum: 4}
            calendar: {time_zone: Asia/Kolkata}
            """);

    assertThat(mine.policy().workers().minimum()).isEqualTo(4);
    assertThat(mine.policy().workers().maximum()).isEqualTo(36);
    assertThat(mine.policy().calendar().zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
    assertThat(mine.selector().map(Selector::text))
        .isEqualTo(ShippedPolicies.load("erpnext").selector().map(Selector::text));
    assertThat(mine.policy().description()).isEmpty();
    // the inherited month end follows the zone: 31 July starts at 18:30 of 30 July in UTC
    assertThat(mine.policy().calendar().kept(july()))
        .extracting(named -> named.range().start())
        .contains(Instant.parse("2026-07-30T18:30:00Z"));
  }

  @Test
  void targetReplacesTheInheritedHeadroom() {
    LoadedPolicy mine =
        read(
            """
            kind: Policy
            name: mine
            memory: {target_utilization: 80%}
            """);
    LoadedPolicy back =
        read(
            """
            kind: Policy
            name: back
            extends: compute-optimizer
            cpu: {headroom: 10%}
            """);

    // 1 ÷ 0.8 − 1
    assertThat(mine.policy().memory().headroom()).isEqualTo(new Headroom(0.25));
    assertThat(back.policy().cpu().headroom()).isEqualTo(Headroom.ofPercent(10));
  }

  @Test
  void listsReplaceLists() {
    Policy mine =
        read("""
                kind: Policy
                name: mine
                candidates: {ec2_families: [x], gce_series: [n2d, c3]}
                change: {minimum_amounts: [400 INR, 4.50 EUR], opt_out_tags: []}
                """)
            .policy();

    assertThat(mine.candidates().categories()).containsExactly("x");
    assertThat(mine.candidates().series()).containsExactly("c3", "n2d");
    assertThat(mine.change().minimumAmounts())
        .isEqualTo(Map.of("EUR", new BigDecimal("4.50"), "INR", new BigDecimal("400")));
    assertThat(mine.change().optOutTags()).isEmpty();
  }

  @Test
  void readsEveryWayToSayWhen() {
    Policy mine =
        read("""
                kind: Policy
                name: mine
                calendar:
                  time_zone: Europe/Berlin
                  keep:
                    - {name: training, cron: 0 8 * * TUE#2, duration: 10h}
                    - {name: stock taking, dates: [2026-07-05], time_zone: Asia/Tokyo}
                  leave_out:
                    - {name: move, from: 2026-07-10T22:00, until: 2026-07-11T04:00}
                  freezes:
                    - {name: holidays, from: 2026-07-20, through: 2026-07-24}
                    - {name: evening, from: 2026-07-27T18:00, through: 2026-07-27}
                """)
            .policy();

    // Berlin is two hours, Tokyo nine hours ahead of UTC in July
    assertThat(mine.calendar().kept(july()))
        .containsExactly(
            range("stock taking", "2026-07-04T15:00:00Z", "2026-07-05T15:00:00Z"),
            range("training", "2026-07-14T06:00:00Z", "2026-07-14T16:00:00Z"));
    assertThat(mine.calendar().leftOut(july()))
        .containsExactly(range("move", "2026-07-10T20:00:00Z", "2026-07-11T02:00:00Z"));
    assertThat(mine.calendar().freezeAt(Instant.parse("2026-07-19T22:00:00Z")))
        .contains(range("holidays", "2026-07-19T22:00:00Z", "2026-07-24T22:00:00Z"));
    assertThat(mine.calendar().freezeAt(Instant.parse("2026-07-27T17:00:00Z")))
        .contains(range("evening", "2026-07-27T16:00:00Z", "2026-07-27T22:00:00Z"));
  }

  @Test
  void readsExecution() {
    ExecutionRule rule =
        read("""
                kind: Policy
                name: mine
                workers: {recipe: gunicorn}
                calendar: {time_zone: Europe/Berlin}
                execution:
                  windows:
                    - {name: night, cron: 0 2 * * SUN, duration: 4h}
                  approval: by_another_person
                  max_per_run: 3
                  max_share_per_run: 5%
                  same_answers: 2
                  group_tag: service
                  at_once_per_group: 2
                  terraform: change_and_write_variables
                """)
            .execution();

    assertThat(rule.approval()).isEqualTo(Approval.BY_ANOTHER_PERSON);
    assertThat(rule.limit()).isEqualTo(new RunLimit(3, Share.ofPercent(5)));
    assertThat(rule.sameAnswers()).isEqualTo(2);
    assertThat(rule.groups()).contains(new GroupRule("service", 2));
    assertThat(rule.terraform()).isEqualTo(TerraformRule.CHANGE_AND_WRITE_VARIABLES);
    assertThat(rule.recipe()).contains("gunicorn");
    ChangeWindows windows = rule.windows().orElseThrow();
    // Sunday 5 July, 02:00 in Berlin
    assertThat(windows.openAt(Instant.parse("2026-07-05T00:00:00Z")))
        .contains(range("night", "2026-07-05T00:00:00Z", "2026-07-05T04:00:00Z"));
    assertThat(windows.openAt(Instant.parse("2026-07-05T04:00:00Z"))).isEmpty();
    assertThat(windows.overlapping(july())).hasSize(4);
  }

  @Test
  void readsNeededWorkers() {
    assertThat(read("kind: Policy\nname: mine\nworkers: {needed: 9}\n").policy().workers().needed())
        .hasValue(9);
  }

  @Test
  void readsJsonToo() {
    LoadedPolicy json =
        read("{\"kind\": \"Policy\", \"name\": \"web\", \"growth\": \"on_pressure\"}");

    assertThat(json.hash())
        .isEqualTo(read("kind: Policy\nname: web\ngrowth: on_pressure\n").hash());
  }

  @Test
  void refusesFilesThatAreNoText() {
    assertThatThrownBy(() -> PolicyReader.read("policy.yaml", new byte[] {(byte) 0xC3, 0x28}))
        .hasMessage("policy.yaml: Cannot read it: it is not UTF-8 text; save it as UTF-8");
    assertThatThrownBy(() -> PolicyReader.read("policy.yaml", new byte[0]))
        .hasMessage("policy.yaml: Cannot read it: the document is empty");
    assertThatThrownBy(() -> PolicyReader.read("policy.yaml", new byte[GuardedYaml.MOST_BYTES + 1]))
        .hasMessage("policy.yaml: Cannot read it: it has more than 256 KiB; split it");
  }

  @Test
  void namesTheEmptyDocumentOfComments() {
    assertThatThrownBy(() -> read("# nothing yet\n"))
        .hasMessage("policy.yaml: Cannot read it: the document is empty");
  }

  private static LoadedPolicy read(String text) {
    return PolicyReader.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static NamedRange range(String name, String start, String end) {
    return new NamedRange(name, new TimeRange(Instant.parse(start), Instant.parse(end)));
  }

  private static TimeRange july() {
    return TimeRange.startingAt(Machines.AS_OF.minus(Duration.ofDays(19)), Duration.ofDays(31));
  }
}
