package io.headroom.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.policy.PolicyMatch.Undecided;
import io.headroom.policy.file.LoadedPolicy;
import io.headroom.policy.file.PolicyReader;
import io.headroom.policy.file.ShippedPolicies;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicySetTest {

  private static final LoadedPolicy PRODUCTION =
      policy("production", "instance.tags.env == 'prod'");
  private static final LoadedPolicy EUROPE =
      policy("europe", "instance.region.startsWith('eu-')\n  || instance.zone == 'x'");
  private static final LoadedPolicy REST = ShippedPolicies.load("frugal");

  @Test
  void firstMatchWins() {
    PolicySet policies = set(PRODUCTION, EUROPE, REST);

    assertThat(chosen(policies, instance("i-1", "eu-west-1", "env", "prod")))
        .isEqualTo("production");
    assertThat(chosen(policies, instance("i-1", "eu-west-1", "env", "test"))).isEqualTo("europe");
    assertThat(chosen(policies, instance("i-1", "us-east-1", "env", "test"))).isEqualTo("frugal");
    assertThat(chosen(set(REST, PRODUCTION), instance("i-1", "eu-west-1", "env", "prod")))
        .isEqualTo("frugal");
  }

  @Test
  void saysWhy() {
    PolicySet policies = set(EUROPE, REST);

    assertThat(policies.choose(instance("i-1", "eu-west-1", "a", "b")).reason())
        .isEqualTo(
            "europe is for machines with instance.region.startsWith('eu-')"
                + " || instance.zone == 'x'");
    assertThat(policies.choose(instance("i-1", "us-east-1", "a", "b")).reason())
        .isEqualTo("frugal is for all machines");
  }

  @Test
  void saysThatNoneIsForIt() {
    Instance instance = instance("i-1", "us-east-1", "env", "test");

    assertThat(set(PRODUCTION).choose(instance))
        .satisfies(
            none -> {
              assertThat(none.policy()).isEmpty();
              assertThat(none.reason()).isEqualTo("the selector of production does not match");
              assertThat(none.undecided()).isEmpty();
            });
    assertThat(set(PRODUCTION, EUROPE).choose(instance).reason())
        .isEqualTo("no selector of production, europe matches");
  }

  @Test
  void goesOnWhereASelectorCannotTellAndSaysSo() {
    PolicyMatch match = set(PRODUCTION, REST).choose(instance("i-1", "us-east-1", "app", "x"));

    assertThat(match.policy().map(LoadedPolicy::name)).contains("frugal");
    assertThat(match.undecided()).containsExactly(new Undecided("production", "env is not known"));
  }

  @Test
  void namesEachUndecidedPolicyOnceWhateverTheOrder() {
    PolicySet policies = set(PRODUCTION, EUROPE);
    List<Instance> fleet =
        List.of(
            instance("i-3", "us-east-1", "a", "b"),
            instance("i-1", "us-east-1", "a", "b"),
            instance("i-2", "us-east-1", "env", "prod"),
            instance("i-4", "eu-west-1", "a", "b"));
    UndecidedSelectors forward = new UndecidedSelectors();
    fleet.forEach(instance -> forward.note(instance, policies.choose(instance)));
    UndecidedSelectors backward = new UndecidedSelectors();
    for (int i = fleet.size() - 1; i >= 0; i--) {
      backward.note(fleet.get(i), policies.choose(fleet.get(i)));
    }

    assertThat(forward.problems())
        .containsExactly(
            new UndecidedSelectors.Problem(
                "production",
                "Cannot tell whether production is for i-1 and 2 more: env is not known; taken as"
                    + " no, ask with has(…) or in first"));
    assertThat(backward.problems()).isEqualTo(forward.problems());
  }

  @Test
  void saysNothingOfMoreThanThereAre() {
    UndecidedSelectors one = new UndecidedSelectors();
    Instance instance = instance("i-1", "us-east-1", "a", "b");
    one.note(instance, set(PRODUCTION).choose(instance));

    assertThat(one.problems())
        .extracting(UndecidedSelectors.Problem::message)
        .containsExactly(
            "Cannot tell whether production is for i-1: env is not known; taken as no, ask with"
                + " has(…) or in first");
    assertThat(new UndecidedSelectors().problems()).isEmpty();
  }

  @Test
  void refusesNoneAndTwins() {
    assertThatThrownBy(() -> new PolicySet(List.of()))
        .hasMessage("Invalid policies: there is none; expected at least one");
    assertThatThrownBy(() -> set(REST, REST))
        .hasMessage("Invalid policies: two are called frugal; give one another name");
  }

  @Test
  void keepsTheOrder() {
    assertThat(set(REST, EUROPE).policies()).containsExactly(REST, EUROPE);
  }

  private static PolicySet set(LoadedPolicy... policies) {
    return new PolicySet(Arrays.asList(policies));
  }

  private static String chosen(PolicySet policies, Instance instance) {
    return policies.choose(instance).policy().orElseThrow().name();
  }

  private static LoadedPolicy policy(String name, String selector) {
    String text = "kind: Policy\nname: " + name + "\nselector: |\n  " + selector + "\n";
    return PolicyReader.read(name + ".yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Instance instance(String id, String region, String tag, String value) {
    return Instance.builder(
            id,
            new Placement(Provider.AWS, "123456789012", region, Optional.of(region + "a")),
            TypeHistory.assumed("m5.large"))
        .tags(Map.of(tag, value))
        .build();
  }
}
