package io.headroom.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.policy.BurstRule;
import io.headroom.model.policy.DimensionRule;
import io.headroom.model.policy.ExecutionRule.Approval;
import io.headroom.model.policy.ExecutionRule.GroupRule;
import io.headroom.model.policy.ExecutionRule.RunLimit;
import io.headroom.model.policy.ExecutionRule.TerraformRule;
import io.headroom.model.policy.Growth;
import io.headroom.model.policy.NamedRange;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Percentile;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.TimeRange;
import io.headroom.policy.selector.Selection;
import io.headroom.policy.selector.Selector;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedPoliciesTest {

  private static final Path FOLDER = Path.of("policies");

  static List<String> names() {
    return ShippedPolicies.NAMES;
  }

  @Test
  void namesEveryFileOfTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".yaml"))
                  .map(name -> name.replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(ShippedPolicies.NAMES);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsTheSameWithAndWithoutTheChecksForUsers(String name) {
    LoadedPolicy checked =
        PolicyReader.read(
            name + ".yaml", ShippedPolicies.text(name).getBytes(StandardCharsets.UTF_8));
    LoadedPolicy shipped = ShippedPolicies.load(name);

    assertThat(checked.hash()).isEqualTo(shipped.hash());
    assertThat(shipped.name()).isEqualTo(name);
    assertThat(shipped.origin()).isEqualTo("shipped policy " + name);
    assertThat(shipped.policy().description()).isNotBlank().hasSizeLessThanOrEqualTo(130);
  }

  @ParameterizedTest
  @MethodSource("names")
  void helpsEditors(String name) {
    assertThat(ShippedPolicies.text(name))
        .startsWith("# yaml-language-server: $schema=./policy.schema.json\n");
  }

  @Test
  void defaultIsPeakPlusHalf() {
    Policy shipped = ShippedPolicies.load(ShippedPolicies.DEFAULT).policy();

    assertThat(shipped)
        .usingRecursiveComparison()
        .ignoringFields("description", "calendar")
        .isEqualTo(Policies.peakPlusHalf().build());
    assertThat(shipped.calendar().kept(year())).isEmpty();
    assertThat(shipped.calendar().leftOut(year())).isEmpty();
    assertThat(ShippedPolicies.load(ShippedPolicies.DEFAULT).selector()).isEmpty();
  }

  @Test
  void defaultChangesCarefully() {
    assertThat(ShippedPolicies.load(ShippedPolicies.DEFAULT).execution())
        .satisfies(
            rule -> {
              assertThat(rule.windows()).isEmpty();
              assertThat(rule.approval()).isEqualTo(Approval.REQUIRED);
              assertThat(rule.limit()).isEqualTo(new RunLimit(10, Share.ofPercent(10)));
              assertThat(rule.sameAnswers()).isEqualTo(1);
              assertThat(rule.groups()).isEmpty();
              assertThat(rule.terraform()).isEqualTo(TerraformRule.WRITE_VARIABLES);
              assertThat(rule.recipe()).isEmpty();
            });
  }

  @Test
  void computeOptimizerIsP99AndAHalfOf14DaysAtEightyPercent() {
    Policy policy = ShippedPolicies.load("compute-optimizer").policy();

    // a utilization of 80 % is a headroom of 25 %: 1 ÷ 0.8 = 1.25
    Headroom fifth = new Headroom(0.25);
    assertThat(policy.history().lookback()).isEqualTo(Duration.ofDays(14));
    assertThat(policy.history().toReduceFreely()).isZero();
    assertThat(policy.cpu()).isEqualTo(rule(percentile(99.5), fifth));
    assertThat(policy.memory()).isEqualTo(rule(new Statistic.Peak(), fifth));
    assertThat(policy.change().step()).isEqualTo(StepLimit.NONE);
    assertThat(policy.growth()).isEqualTo(Growth.ON_HEADROOM);
  }

  @Test
  void frugalForgetsTheWorstDayOfMemory() {
    Policy policy = ShippedPolicies.load("frugal").policy();

    assertThat(policy.history().lookback()).isEqualTo(Duration.ofDays(42));
    assertThat(policy.cpu()).isEqualTo(rule(percentile(99.8), Headroom.NONE));
    assertThat(policy.memory()).isEqualTo(rule(new Statistic.DailyPeak(2), Headroom.ofPercent(25)));
    assertThat(policy.growth()).isEqualTo(Growth.ON_PRESSURE);
    assertThat(policy.change().step()).isEqualTo(StepLimit.NONE);
  }

  @Test
  void cautiousLooksInsideTheSlots() {
    Policy policy = ShippedPolicies.load("cautious").policy();

    assertThat(policy.cpu())
        .isEqualTo(new DimensionRule(new Statistic.Peak(), SampleSeries.MAXIMUM, Headroom.NONE));
    assertThat(policy.memory()).isEqualTo(rule(new Statistic.Peak(), Headroom.ofPercent(50)));
    assertThat(policy.change().step()).isEqualTo(StepLimit.ONE_SIZE);
  }

  @Test
  void burstableFriendlyAllowsBurstTypesAndE2() {
    Policy policy = ShippedPolicies.load("burstable-friendly").policy();
    Policy standard = ShippedPolicies.load(ShippedPolicies.DEFAULT).policy();

    assertThat(policy.candidates().burst())
        .isEqualTo(new BurstRule(/* allowed= */ true, CreditMode.STANDARD));
    assertThat(policy.candidates().series()).containsExactly("e2");
    assertThat(policy.cpu()).isEqualTo(standard.cpu());
    assertThat(policy.memory()).isEqualTo(standard.memory());
    assertThat(policy.change()).isEqualTo(standard.change());
  }

  @Test
  void erpnextKeepsMonthEndsAndTwoWorkers() {
    LoadedPolicy erpnext = ShippedPolicies.load("erpnext");
    Policy policy = erpnext.policy();

    assertThat(policy.workers().minimum()).isEqualTo(2);
    assertThat(policy.workers().coResident()).isEqualTo(Share.ofPercent(25));
    assertThat(policy.calendar().kept(year()))
        .hasSizeBetween(13, 14)
        .contains(
            new NamedRange(
                "month end",
                TimeRange.startingAt(Instant.parse("2026-06-30T00:00:00Z"), Duration.ofDays(2))));
    assertThat(erpnext.execution().groups()).contains(new GroupRule("app", 1));
    assertThat(erpnext.execution().recipe()).contains("frappe-bench");
  }

  @Test
  void erpnextIsForErpnextMachinesAndAlwaysKnows() {
    Selector selector = ShippedPolicies.load("erpnext").selector().orElseThrow();

    assertThat(selector.select(machine().tags(Map.of("app", "erpnext")).build()))
        .isEqualTo(Selection.YES);
    assertThat(selector.select(machine().tags(Map.of("app", "frappe")).build()))
        .isEqualTo(Selection.YES);
    assertThat(selector.select(machine().name("Prod-ERPNext-2").build())).isEqualTo(Selection.YES);
    assertThat(selector.select(machine().host(host("frappe-bench")).build()))
        .isEqualTo(Selection.YES);
    assertThat(selector.select(machine().host(host("gunicorn")).build())).isEqualTo(Selection.NO);
    assertThat(selector.select(machine().tags(Map.of("app", "web")).name("web-1").build()))
        .isEqualTo(Selection.NO);
    assertThat(selector.select(machine().build())).isEqualTo(Selection.NO);
  }

  @Test
  void refusesAnUnknownName() {
    assertThatThrownBy(() -> ShippedPolicies.load("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot find a shipped policy ../../etc/passwd; expected one of");
  }

  private static InstanceBuilder machine() {
    return Machines.ec2("m5.large");
  }

  private static HostProfile host(String recipe) {
    return new HostProfile(
        Optional.of(recipe),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        List.of());
  }

  private static DimensionRule rule(Statistic statistic, Headroom headroom) {
    return new DimensionRule(statistic, SampleSeries.MEAN, headroom);
  }

  private static Statistic percentile(double percent) {
    return new Statistic.OfPercentile(new Percentile(percent));
  }

  private static TimeRange year() {
    return TimeRange.endingAt(Machines.AS_OF, Duration.ofDays(396));
  }
}
