package io.headroom.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.VCpus;
import io.headroom.testing.Types;
import org.junit.jupiter.api.Test;

class BurstTest {

  private static final InstanceType T3 = Types.t3Medium().type();
  private static final InstanceType E2 = Types.gce("e2-small", 2, 2048).sharedCore(0.5).type();
  private static final InstanceType M5 = Types.ec2("m5.large", 2, 8192).type();

  @Test
  void creditsOfAnHourAreMinutesOfAVcpu() {
    // 24 ÷ 60
    assertThat(T3.sustained()).isEqualTo(new VCpus(0.4));
    assertThat(E2.sustained()).isEqualTo(new VCpus(0.5));
    assertThat(M5.sustained()).isEqualTo(new VCpus(2));
  }

  @Test
  void eachCaseIsMatched() {
    assertThat(words(T3)).isEqualTo("credits");
    assertThat(words(E2)).isEqualTo("shared core");
  }

  private static String words(InstanceType type) {
    return type.burst().orElseThrow().match(credits -> "credits", shared -> "shared core");
  }

  @Test
  void onlyGceSharesCores() {
    assertThat(E2.isSharedCore()).isTrue();
    assertThat(T3.isSharedCore()).isFalse();
    assertThat(T3.isBurstable()).isTrue();
    assertThat(M5.isBurstable()).isFalse();
    assertThat(M5.isSharedCore()).isFalse();
  }

  @Test
  void aTypeCanBeGivenAnotherBurst() {
    InstanceType other = T3.withBurst(new Burst.SharedCore(new VCpus(1)));
    assertThat(other.sustained()).isEqualTo(new VCpus(1));
    assertThat(other.withBurst(T3.burst().orElseThrow())).isEqualTo(T3);
  }
}
