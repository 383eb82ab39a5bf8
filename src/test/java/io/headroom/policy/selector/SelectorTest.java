package io.headroom.policy.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Manager;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.WorkerPool;
import io.headroom.testing.Machines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {

  private static final Instance FULL =
      Machines.ec2("m5.xlarge", "eu-west-1")
          .name("erp-1")
          .tags(Map.of("app", "erpnext", "cost center", "42", "users", "40"))
          .state(InstanceState.RUNNING)
          .lifecycle(Lifecycle.ON_DEMAND)
          .platform(Platform.LINUX)
          .creditMode(CreditMode.STANDARD)
          .manager(new Manager(Manager.Kind.AUTO_SCALING_GROUP, "web"))
          .hardware(
              new HardwareFacts(
                  Optional.of(Architecture.X86_64),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  OptionalInt.empty(),
                  Optional.empty(),
                  Optional.empty()))
          .host(
              new HostProfile(
                  Optional.of("frappe-bench"),
                  Optional.of(WorkerPool.of(5)),
                  Optional.empty(),
                  Optional.empty(),
                  new TreeSet<>(List.of("mariadb", "redis")),
                  List.of()))
          .build();

  private static final Instance BARE = Machines.gce("custom-4-8192").build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "instance.provider == 'aws'",
        "instance.account == '123456789012'",
        "instance.region == 'eu-west-1'",
        "instance.zone == 'eu-west-1a'",
        "instance.id.startsWith('i-')",
        "instance.name.contains('erp')",
        "instance.tags.app == 'erpnext'",
        "instance.tags['cost center'] == '42'",
        "int(instance.tags.users) > 39.5",
        "instance.tags.exists(key, instance.tags[key] == 'erpnext')",
        "instance.type == 'm5.xlarge'",
        "instance.family in ['m5', 'm5a']",
        "instance.state == 'running'",
        "instance.lifecycle != 'spot'",
        "instance.platform == 'linux'",
        "instance.architecture == 'x86_64'",
        "instance.credit_mode == 'standard'",
        "instance.manager == 'auto_scaling_group'",
        "instance.recipe == 'frappe-bench'",
        "'mariadb' in instance.services",
        "instance.workers > 4",
        "instance.workers > 4.5",
        "instance.name.matches('(?i)ERP-[0-9]')",
        "has(instance.zone) && has(instance.tags.app) && !has(instance.tags.env)"
      })
  void selects(String text) {
    assertThat(Selector.of(text).select(FULL)).isEqualTo(Selection.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false",
        "instance.provider == 'gce'",
        "instance.workers > 5",
        "'env' in instance.tags && instance.tags.env == 'prod'",
        "instance.name.matches('^[0-9]+$')"
      })
  void doesNotSelect(String text) {
    assertThat(Selector.of(text).select(FULL)).isEqualTo(Selection.NO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          instance.tags.env == 'prod'                          ~ env is not known
          instance.tags['env'] == 'prod'                       ~ env is not known
          instance.lifecycle != 'spot'                         ~ lifecycle is not known
          instance.workers > 3                                 ~ workers is not known
          instance.recipe == 'x' || instance.name == 'erp' ~ recipe is not known
          int(instance.account) > 3                            ~ For input string
          """)
  void cannotTellWhatIsNotKnown(String text, String why) {
    Selection selection = Selector.of(text).select(BARE);

    assertThat(selection.selected()).isFalse();
    assertThat(selection.undecided()).hasValueSatisfying(words -> assertThat(words).contains(why));
  }

  @Test
  void showsNothingOfATagThatATerminalWouldActOn() {
    Instance hostile = Machines.ec2("m5.large").tags(Map.of("users", "\u001b[31m4")).build();

    assertThat(Selector.of("int(instance.tags.users) > 3").select(hostile).undecided())
        .hasValueSatisfying(
            why -> assertThat(why).contains("\\u001B[31m4").doesNotContain("\u001b"));
  }

  @Test
  void knownHalfDecidesAnOr() {
    assertThat(Selector.of("instance.recipe == 'x' || instance.provider == 'gce'").select(BARE))
        .isEqualTo(Selection.YES);
  }

  @Test
  void familyOfNamesWithoutOne() {
    assertThat(Selector.of("instance.family == 'n1'").select(BARE)).isEqualTo(Selection.YES);
    assertThat(
            Selector.of("instance.family == 'n2d'").select(Machines.gce("n2d-standard-4").build()))
        .isEqualTo(Selection.YES);
    assertThat(
            Selector.of("instance.family == 'c7i-flex'")
                .select(Machines.ec2("c7i-flex.large").build()))
        .isEqualTo(Selection.YES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          instance.regoin == 'x'            | 9  | instance has no regoin, did you mean region; expected one of account,
          true && instance.tag.app == 'x'   | 17 | instance has no tag, did you mean tags; expected one of account,
          instance.region = 'x'             | 16 | token recognition error at: '= '
          region == 'x'                     | 0  | undeclared reference to 'region'
          instance.region                   | 0  | it gives a string; expected a condition
          instance.region > 5               | 16 | found no matching overload for '_>_'
          instance.name.matches('[')        | 22 | error parsing regexp: missing closing ]: `[`; expected a regular
          instance.region == 'x             | 19 | token recognition error
          instance.name.matches('(?=a)')    | 22 | error parsing regexp: invalid or unsupported Perl syntax
          now() > 5                         | 3  | undeclared reference to 'now'
          """)
  void refusesWhatIsNoCondition(String text, int offset, String message) {
    assertThatExceptionOfType(InvalidSelectorException.class)
        .isThrownBy(() -> Selector.of(text).check())
        .satisfies(refused -> assertThat(refused.offset()).isEqualTo(offset))
        .withMessageContaining(message);
  }

  @Test
  void countsTheOffsetOverLines() {
    assertThatExceptionOfType(InvalidSelectorException.class)
        .isThrownBy(() -> Selector.of("true &&\n  foo").check())
        .satisfies(refused -> assertThat(refused.offset()).isEqualTo(10));
  }

  @Test
  void refusesExpressionsThatAreTooLongOrTooDeep() {
    String longOne = "true" + " && true".repeat(300);
    String wide = "true" + "&&true".repeat(330);
    String deep = "(".repeat(60) + "true" + ")".repeat(60);

    assertThatExceptionOfType(InvalidSelectorException.class)
        .isThrownBy(() -> Selector.of(longOne).check())
        .withMessage("it has 2404 characters; expected at most 2000");
    assertThatExceptionOfType(InvalidSelectorException.class)
        .isThrownBy(() -> Selector.of(wide).check());
    assertThatExceptionOfType(InvalidSelectorException.class)
        .isThrownBy(() -> Selector.of(deep).check());
  }

  @Test
  void endsWhateverTheExpressionAsks() {
    // 30 tags, tried 30 × 30 × 30 times: more than the allowed iterations
    Map<String, String> tags = new java.util.TreeMap<>();
    for (int i = 0; i < 30; i++) {
      tags.put("tag-" + i, "value");
    }
    Instance tagged = Machines.ec2("m5.large").tags(tags).build();
    String nested = "instance.tags.all(a, instance.tags.all(b, instance.tags.all(c, a != b + c)))";

    assertThat(Selector.of(nested).select(tagged).undecided())
        .hasValueSatisfying(why -> assertThat(why).contains("Iteration budget exceeded"));
  }

  @Test
  void regularExpressionsDoNotBacktrack() {
    // a backtracking matcher tries 2^40 ways
    Instance hostile = Machines.ec2("m5.large").name("a".repeat(40) + "!").build();

    assertThat(Selector.of("instance.name.matches('^(a+)+$')").select(hostile))
        .isEqualTo(Selection.NO);
  }

  @Test
  void keepsTheText() {
    assertThat(Selector.of("  instance.name == 'x'").text()).isEqualTo("  instance.name == 'x'");
  }
}
