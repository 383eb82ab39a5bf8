package io.headroom.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.verdict.FindingReason;
import io.headroom.testing.Calendars;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExclusionsTest {

  private static List<FindingReason> exclusions(InstanceBuilder machine, Calendars calendar) {
    return Exclusions.of(
        machine.build(), Policies.peakPlusHalf().calendar(calendar).build(), Machines.AS_OF);
  }

  private static List<FindingReason> tagged(String key, String value) {
    return exclusions(
        Machines.ec2("m5.large").tags(Map.of(key, value, "env", "prod")), Calendars.empty());
  }

  private static List<FindingReason> in(InstanceState state) {
    return exclusions(Machines.ec2("m5.large").state(state), Calendars.empty());
  }

  @Test
  void aTagOptsOutWhateverItsValueButFalse() {
    for (String key : List.of("headroom:exclude", "headroom-exclude")) {
      assertThat(tagged(key, "true")).containsExactly(FindingReason.OPTED_OUT);
      assertThat(tagged(key, "")).containsExactly(FindingReason.OPTED_OUT);
      assertThat(tagged(key, "until spring")).containsExactly(FindingReason.OPTED_OUT);
      assertThat(tagged(key, "False")).isEmpty();
    }
    assertThat(tagged("headroom", "true")).isEmpty();
  }

  @Test
  void aFreezeExcludesWhileItLasts() {
    Calendars frozen =
        Calendars.empty()
            .freezing("year end", Machines.AS_OF.minus(Duration.ofDays(1)), Duration.ofDays(2));
    Calendars over =
        Calendars.empty()
            .freezing("year end", Machines.AS_OF.minus(Duration.ofDays(2)), Duration.ofDays(2));
    assertThat(exclusions(Machines.ec2("m5.large"), frozen)).containsExactly(FindingReason.FROZEN);
    assertThat(exclusions(Machines.ec2("m5.large"), over)).isEmpty();
  }

  @Test
  void onlyAMachineThatRunsIsJudged() {
    assertThat(in(InstanceState.STOPPED)).containsExactly(FindingReason.STOPPED);
    assertThat(in(InstanceState.SUSPENDED)).containsExactly(FindingReason.STOPPED);
    assertThat(in(InstanceState.RUNNING)).isEmpty();
    assertThat(in(InstanceState.CHANGING)).isEmpty();
  }

  @Test
  void allReasonsAreNamedInAFixedOrder() {
    assertThat(
            exclusions(
                Machines.ec2("m5.large")
                    .tags(Map.of("headroom-exclude", "true"))
                    .state(InstanceState.STOPPED),
                Calendars.empty().freezing("freeze", Machines.AS_OF, Duration.ofDays(1))))
        .containsExactly(FindingReason.OPTED_OUT, FindingReason.FROZEN, FindingReason.STOPPED);
  }
}
