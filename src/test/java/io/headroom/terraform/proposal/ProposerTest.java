package io.headroom.terraform.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.advice.Problem;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.ExecutionRule.TerraformRule;
import io.headroom.model.unit.Mebibytes;
import io.headroom.terraform.variables.Size;
import io.headroom.terraform.variables.SizedInstance;
import io.headroom.terraform.variables.VariableName;
import io.headroom.terraform.variables.Variables;
import io.headroom.terraform.variables.VariablesWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProposerTest {

  private static final Variables NOTHING = Variables.none(VariableName.INSTANCES);

  private static MachineAdvice advice(String name, String now, String... recommended) {
    return new MachineAdvice(
        machine("i-" + name, name, now),
        Size.of(now),
        List.of(recommended).stream().findFirst().map(Size::of),
        "Because of " + name + ".",
        recommended.length == 0 ? List.of() : List.of("m7i.large"),
        List.of(),
        TerraformRule.WRITE_VARIABLES);
  }

  private static Instance machine(String id, String name, String type) {
    return Instance.builder(
            id,
            new Placement(Provider.AWS, "1", "us-east-1", Optional.empty()),
            TypeHistory.assumed(type))
        .name(name)
        .build();
  }

  private static Variables said(Map<String, String> types) {
    TreeMap<String, SizedInstance> instances = new TreeMap<>();
    types.forEach(
        (key, type) ->
            instances.put(key, new SizedInstance(Provider.AWS, Size.of(type), "said before")));
    return NOTHING.with(instances);
  }

  private static Proposal propose(Variables before, MachineAdvice... advice) {
    return new Proposer(KeyRule.name(), Vanished.KEEP, Approvals.NOT_ASKED_FOR)
        .propose(before, List.of(advice));
  }

  private static String type(Proposal proposal, String key) {
    return proposal.after().of(key).orElseThrow().size().instanceType();
  }

  @Test
  void takesOverWhatIsRecommendedAndAddsTheRestAsItIs() {
    Proposal proposal =
        propose(NOTHING, advice("web", "m5.xlarge", "m6a.large"), advice("db", "r5.large"));

    assertThat(type(proposal, "web")).isEqualTo("m6a.large");
    assertThat(type(proposal, "db")).isEqualTo("r5.large");
    assertThat(proposal.count(EntryChange.Kind.ADDED)).isEqualTo(2);
    assertThat(proposal.fallbacks()).containsOnly(Map.entry("web", List.of("m7i.large")));
    assertThat(proposal.problems()).isEmpty();
  }

  @Test
  void aMachineThatStaysKeepsWhatTheVariablesSay() {
    Proposal proposal = propose(said(Map.of("db", "r5.2xlarge")), advice("db", "r5.large"));

    assertThat(type(proposal, "db")).isEqualTo("r5.2xlarge");
    assertThat(proposal.changes()).isEmpty();
    assertThat(proposal.notes())
        .containsExactly(
            "1 machine kept as the file says, another type was recorded (see --check): db");
  }

  @Test
  void whatARecommendationDoesNotSayStays() {
    TreeMap<String, SizedInstance> instances = new TreeMap<>();
    Size byHand =
        new Size(
            "m5.xlarge", OptionalInt.of(9), OptionalInt.of(3), Optional.of(new Mebibytes(4096)));
    instances.put("web", new SizedInstance(Provider.AWS, byHand, ""));

    Proposal proposal = propose(NOTHING.with(instances), advice("web", "m5.xlarge", "m6a.large"));

    assertThat(proposal.after().of("web").orElseThrow().size())
        .isEqualTo(
            new Size(
                "m6a.large",
                OptionalInt.of(9),
                OptionalInt.of(3),
                Optional.of(new Mebibytes(4096))));
  }

  @Test
  void theSameSizeKeepsItsReason() {
    Proposal proposal =
        propose(said(Map.of("web", "m6a.large")), advice("web", "m5.xlarge", "m6a.large"));

    assertThat(proposal.changes()).isEmpty();
    assertThat(proposal.after().of("web").orElseThrow().reason()).isEqualTo("said before");
  }

  @Test
  void namesAMachineThatVanishedAndKeepsWhatIsSaidOfIt() {
    Proposal proposal = propose(said(Map.of("old", "m5.large")), advice("web", "m5.large"));

    assertThat(type(proposal, "old")).isEqualTo("m5.large");
    assertThat(proposal.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("vanished");
              assertThat(problem.message()).contains("\"old\"").contains("--remove-vanished");
            });
  }

  @Test
  void takesOutWhatVanishedIfAskedAndNamesIt() {
    Proposal proposal =
        new Proposer(KeyRule.name(), Vanished.REMOVE, Approvals.NOT_ASKED_FOR)
            .propose(said(Map.of("old", "m5.large")), List.of(advice("web", "m5.large")));

    assertThat(proposal.after().instances()).containsOnlyKeys("web");
    assertThat(proposal.count(EntryChange.Kind.REMOVED)).isEqualTo(1);
    assertThat(proposal.notes()).containsExactly("1 machine taken out, not in the recording: old");
  }

  @Test
  void writesNoneOfTwoMachinesWithOneKeyAndKeepsWhatIsSaid() {
    MachineAdvice first = advice("web", "m5.xlarge", "m6a.large");
    MachineAdvice second =
        new MachineAdvice(
            machine("i-other", "web", "m5.large"),
            Size.of("m5.large"),
            Optional.empty(),
            "",
            List.of(),
            List.of(),
            TerraformRule.WRITE_VARIABLES);

    Proposal proposal = propose(said(Map.of("web", "m5.4xlarge")), first, second);

    assertThat(type(proposal, "web")).isEqualTo("m5.4xlarge");
    assertThat(proposal.problems())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .isEqualTo(
            "Cannot tell 2 machines apart that have the key \"web\": i-other, i-web; give them keys"
                + " of their own with --keys");
  }

  @Test
  void saysWhichMachinesHaveNoKey() {
    MachineAdvice nameless =
        new MachineAdvice(
            machine("i-9", "", "m5.large"),
            Size.of("m5.large"),
            Optional.empty(),
            "",
            List.of(),
            List.of(),
            TerraformRule.WRITE_VARIABLES);

    assertThat(propose(NOTHING, nameless).notes())
        .containsExactly("1 machine not written, each has no name: i-9");
  }

  @Test
  void leavesWhatIsNotApprovedAsItWas() {
    MachineAdvice advice = advice("web", "m5.xlarge", "m6a.large");

    Proposal proposal =
        new Proposer(KeyRule.name(), Vanished.KEEP, one -> false).propose(NOTHING, List.of(advice));

    assertThat(type(proposal, "web")).isEqualTo("m5.xlarge");
    assertThat(proposal.notes()).singleElement().asString().contains("not approved: web");
    assertThat(proposal.fallbacks()).isEmpty();
  }

  @Test
  void leavesWhatIsBlockedAndWhatItsPolicyLeavesAlone() {
    MachineAdvice spot = advice("spot", "m5.xlarge", "m6a.large");
    MachineAdvice blocked =
        new MachineAdvice(
            spot.machine(),
            spot.current(),
            spot.recommended(),
            spot.reason(),
            spot.fallbacks(),
            List.of("bought as spot: its type is fixed"),
            TerraformRule.WRITE_VARIABLES);
    MachineAdvice web = advice("web", "m5.xlarge", "m6a.large");
    MachineAdvice alone =
        new MachineAdvice(
            web.machine(),
            web.current(),
            web.recommended(),
            web.reason(),
            web.fallbacks(),
            List.of(),
            TerraformRule.LEAVE_ALONE);

    Proposal proposal = propose(NOTHING, blocked, alone);

    assertThat(type(proposal, "spot")).isEqualTo("m5.xlarge");
    assertThat(proposal.after().instances()).containsOnlyKeys("spot");
    assertThat(proposal.notes())
        .anySatisfy(note -> assertThat(note).contains("left alone").contains("web"))
        .anySatisfy(note -> assertThat(note).contains("blocks the change").contains("spot"));
  }

  @Test
  void theOrderOfMachinesDoesNotMatter() {
    List<MachineAdvice> advice = new ArrayList<>();
    for (String name : List.of("zeta", "Web-2", "web-10", "web-1", "ärger", "${x}")) {
      advice.add(advice(name, "m5.xlarge", "m6a.large"));
    }
    Proposer proposer = new Proposer(KeyRule.name(), Vanished.KEEP, Approvals.NOT_ASKED_FOR);
    String text = VariablesWriter.text(proposer.propose(NOTHING, advice).after());
    Collections.reverse(advice);

    assertThat(VariablesWriter.text(proposer.propose(NOTHING, advice).after())).isEqualTo(text);
  }

  @Test
  void keysAreInTheFormInWhichTerraformComparesThem() {
    Proposal proposal = propose(NOTHING, advice("cafe\u0301", "m5.large"));

    assertThat(proposal.after().instances()).containsOnlyKeys("caf\u00e9");
  }

  @Test
  void keysThatSomebodyWroteDownComeFirst() {
    Proposal proposal =
        new Proposer(
                KeyRule.name().after(Map.of("i-web", "front")),
                Vanished.KEEP,
                Approvals.NOT_ASKED_FOR)
            .propose(NOTHING, List.of(advice("web", "m5.large"), advice("db", "r5.large")));

    assertThat(proposal.after().instances()).containsOnlyKeys("db", "front");
  }
}
