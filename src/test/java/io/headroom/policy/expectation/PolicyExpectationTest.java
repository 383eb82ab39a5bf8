package io.headroom.policy.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.document.DocumentProblem;
import io.headroom.document.GuardedYaml;
import io.headroom.engine.SizingEngine;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Verdict;
import io.headroom.policy.file.ShippedPolicies;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import io.headroom.testing.SmallCatalog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyExpectationTest {

  private static final String ID = "i-0123456789abcdef0";

  /**
   * An m5.xlarge that peaks at 1.4 vCPU and 5 GiB: required 1.4 and 7680 MiB, so an m6a.large of 2
   * vCPU and 8 GiB; its four workers fit, floor(2 × 1.4) + 1 = 3 are needed.
   */
  private static final Verdict TOO_LARGE = verdict("peak-plus-half", "m5.xlarge");

  /** The same demand on the type it should be. */
  private static final Verdict RIGHT = verdict("peak-plus-half", "m6a.large");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          policy: peak-plus-half
          finding: OVER_PROVISIONED
          reasons: [MEMORY_OVER_PROVISIONED]
          reasons: [CPU_OVER_PROVISIONED, MEMORY_OVER_PROVISIONED]
          instance_type: m6a.large
          vcpus: {at_least: 2, at_most: 2}
          memory: {at_least: 7.5GiB}
          memory: {at_most: 8192MiB}
          workers: {at_least: 3}
          performance_risk: {at_most: 4}
          """)
  void holds(String expectation) {
    assertThat(failures(TOO_LARGE, expectation)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          policy: frugal                        | policy is peak-plus-half; expected frugal
          finding: OPTIMIZED                    | finding is OVER_PROVISIONED; expected OPTIMIZED
          reasons: [COOL_DOWN]                  | reasons are [CPU_OVER_PROVISIONED, MEMORY_OVER_PROVISIONED]; expected COOL_DOWN among them
          instance_type: m5.xlarge              | instance_type is m6a.large; expected m5.xlarge
          vcpus: {at_least: 4}                  | vcpus is 2; expected at least 4
          vcpus: {at_most: 1}                   | vcpus is 2; expected at most 1
          memory: {at_least: 16GiB}             | memory is 8 GiB; expected at least 16 GiB
          memory: {at_least: 1GiB, at_most: 4GiB} | memory is 8 GiB; expected at least 1 GiB and at most 4 GiB
          workers: {at_least: 99}               | workers is 5; expected at least 99
          performance_risk: {at_least: 4}       | performance_risk is 1; expected at least 4
          """)
  void saysWhatDiffers(String expectation, String failure) {
    assertThat(failures(TOO_LARGE, expectation)).containsExactly(ID + ": " + failure);
  }

  @Test
  void machineThatStaysShouldBeWhatItIs() {
    assertThat(failures(RIGHT, "instance_type: m6a.large")).isEmpty();
    assertThat(failures(RIGHT, "memory: {at_least: 8GiB, at_most: 8GiB}")).isEmpty();
    assertThat(failures(RIGHT, "finding: OPTIMIZED")).isEmpty();
  }

  @Test
  void unknownIsNeverAsExpected() {
    Verdict unknown = verdict("peak-plus-half", "z9.large");

    assertThat(failures(unknown, "finding: INSUFFICIENT_DATA")).isEmpty();
    assertThat(failures(unknown, "vcpus: {at_most: 64}"))
        .containsExactly(ID + ": vcpus is not known; expected at most 64");
    assertThat(failures(unknown, "workers: {at_least: 1}"))
        .containsExactly(ID + ": workers is not known; expected at least 1");
  }

  @Test
  void namesEveryDifferenceWithItsPlace() {
    PolicyTest test =
        test(
            """
            kind: PolicyTest
            cases:
              - instance: THE_ID
                finding: IDLE
                instance_type: m5.large
              - instance: i-gone
                finding: IDLE
            """
                .replace("THE_ID", ID));

    assertThat(test.failures(List.of(TOO_LARGE)))
        .extracting(DocumentProblem::toString)
        .containsExactly(
            "test.yaml:3:5: " + ID + ": finding is OVER_PROVISIONED; expected IDLE",
            "test.yaml:3:5: " + ID + ": instance_type is m6a.large; expected m5.large",
            "test.yaml:6:5: i-gone: there is no such machine in the recording");
  }

  @Test
  void readsWhereToRun() {
    PolicyTest test =
        test(
            """
            api_version: headroom/v1
            kind: PolicyTest
            policies: [erpnext, ./mine.yaml]
            recording: ../june
            as_of: 2026-06-30T00:00:00Z
            cases: [{instance: i-1, finding: IDLE}]
            """);

    assertThat(test.policies()).containsExactly("erpnext", "./mine.yaml");
    assertThat(test.recording()).contains("../june");
    assertThat(test.asOf()).contains(Instant.parse("2026-06-30T00:00:00Z"));
    assertThat(test.origin()).isEqualTo("test.yaml");
    assertThat(test("kind: PolicyTest\ncases: [{instance: i-1, finding: IDLE}]\n"))
        .satisfies(
            bare -> {
              assertThat(bare.policies()).isEmpty();
              assertThat(bare.recording()).isEmpty();
              assertThat(bare.asOf()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          findign: IDLE             | test.yaml:2:25: Unknown key cases[0].findign; expected finding
          finding: idle             | test.yaml:2:34: Invalid cases[0].finding: "idle"; expected one of EXCLUDED, INSUFFICIENT_DATA, UNDER_PROVISIONED, IDLE, OVER_PROVISIONED, OPTIMIZED
          vcpus: 4                  | test.yaml:2:32: Invalid cases[0].vcpus: 4; expected at_least, at_most or both, such as {at_least: 2}
          vcpus: {}                 | test.yaml:2:32: Invalid cases[0].vcpus: an empty mapping; expected at_least, at_most or both, such as {at_least: 2}
          memory: {at_least: 8}     | test.yaml:2:44: Invalid cases[0].memory.at_least: 8; expected an amount of memory in MiB or GiB, such as 150MiB or 4GiB
          workers: {at_most: 1.5}   | test.yaml:2:44: Invalid cases[0].workers.at_most: 1.5; expected a whole number from 0 to 10000
          vcpus: {at_least: 4, at_most: 2} | test.yaml:2:32: Invalid cases[0].vcpus: a mapping; expected at_least to be at most at_most
          """)
  void refusesWhatIsNoExpectation(String expectation, String message) {
    String text = "kind: PolicyTest\ncases: [{instance: i-0, " + expectation + "}]\n";

    assertThatThrownBy(() -> test(text)).hasMessage(message);
  }

  @Test
  void refusesACaseThatExpectsNothing() {
    assertThatThrownBy(() -> test("kind: PolicyTest\ncases: [{instance: i-1}]\n"))
        .hasMessage(
            "test.yaml:2:9: Invalid cases[0]: a mapping; expected instance and something that is"
                + " expected of it");
    assertThatThrownBy(() -> test("kind: PolicyTest\ncases: []\n"))
        .hasMessageContaining("expected a list of one case or more");
    assertThatThrownBy(
            () ->
                test(
                    """
                    kind: PolicyTest
                    as_of: 2026-13-01T00:00:00Z
                    cases: [{instance: i, finding: IDLE}]
                    """))
        .hasMessage(
            "test.yaml:2:8: Invalid as_of: \"2026-13-01T00:00:00Z\"; expected a time in UTC, such"
                + " as 2026-06-30T00:00:00Z");
  }

  @Test
  void schemaKnowsEveryFindingAndReason() {
    var schema = GuardedYaml.read(Path.of("policies/policy-test.schema.json")).asMapping();
    var definitions = schema.get("$defs").asMapping();
    var properties = definitions.get("case").asMapping().get("properties").asMapping();

    assertThat(texts(properties.get("finding").asMapping().get("enum").asList().entries()))
        .containsExactly(names(Finding.values()));
    assertThat(texts(definitions.get("reason").asMapping().get("enum").asList().entries()))
        .containsExactly(names(FindingReason.values()));
  }

  private static List<String> texts(List<io.headroom.document.DocumentNode> nodes) {
    return nodes.stream().map(node -> node.asScalar().text()).toList();
  }

  private static String[] names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
  }

  private static List<String> failures(Verdict verdict, String expectation) {
    return test("kind: PolicyTest\ncases:\n  - instance: " + ID + "\n    " + expectation + "\n")
        .failures(List.of(verdict))
        .stream()
        .map(DocumentProblem::message)
        .toList();
  }

  private static PolicyTest test(String text) {
    return PolicyTestReader.read("test.yaml", GuardedYaml.parse("test.yaml", text));
  }

  private static Verdict verdict(String policy, String type) {
    HostProfile host =
        new HostProfile(
            Optional.empty(),
            Optional.of(WorkerPool.of(4)),
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>(),
            List.of());
    return SizingEngine.evaluate(
        Machines.observed(
            Machines.ec2(type).host(host),
            Samples.cpuVcpus(42).flat(1.4),
            Samples.memoryMib(42).flat(5120)),
        ShippedPolicies.load(policy).policy(),
        CandidateTable.of(SmallCatalog.usEast1()),
        Machines.AS_OF);
  }
}
