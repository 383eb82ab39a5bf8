package io.headroom.collector.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.TypeChange;
import io.headroom.testing.Machines;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TypeHistoriesTest {

  private static final Instant LAUNCHED = Instant.parse("2026-07-01T00:00:00Z");
  private static final Instant UNTIL = Machines.AS_OF;

  private static Instance machine(String type) {
    return Machines.ec2(type).launched(LAUNCHED).build();
  }

  private static Instance continued(Instance before, String type) {
    return TypeHistories.continued(before, UNTIL, machine(type));
  }

  @Test
  void noticesAnotherType() {
    Instance now = continued(machine("m5.large"), "m6a.large");

    assertThat(now.type().changes())
        .extracting(TypeChange::from, TypeChange::instanceType)
        .containsExactly(tuple(LAUNCHED, "m5.large"), tuple(UNTIL, "m6a.large"));
  }

  /** Two runs of the same minute, and the type changed before each. */
  @Test
  void twoChangesSinceTheEndOfTheRecordingAreOne() {
    Instance changed = continued(machine("m5.large"), "m6a.large");

    assertThat(continued(changed, "m7i.large").type().changes())
        .extracting(TypeChange::from, TypeChange::instanceType)
        .containsExactly(tuple(LAUNCHED, "m5.large"), tuple(UNTIL, "m7i.large"));
  }

  @Test
  void aChangeThatWasTakenBackIsNone() {
    Instance changed = continued(machine("m5.large"), "m6a.large");

    assertThat(continued(changed, "m5.large").type().changes())
        .extracting(TypeChange::from, TypeChange::instanceType)
        .containsExactly(tuple(LAUNCHED, "m5.large"));
  }
}
