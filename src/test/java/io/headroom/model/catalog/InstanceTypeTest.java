package io.headroom.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.machine.Architecture;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceTypeTest {

  @Test
  void anOrdinaryTypeSustainsAllItsVcpus() {
    InstanceType type = Types.ec2("m5.large", 2, 8192).type();
    assertThat(type.sustained()).isEqualTo(new VCpus(2));
    assertThat(type.isBurstable()).isFalse();
    assertThat(type.isSharedCore()).isFalse();
  }

  @Test
  void creditsSustainWhatTheyEarn() {
    // t3.medium: 24 credits an hour are 24 vCPU-minutes in 60 minutes
    InstanceType type = Types.t3Medium().type();
    assertThat(type.sustained()).isEqualTo(new VCpus(0.4));
    assertThat(type.isBurstable()).isTrue();
    assertThat(type.isSharedCore()).isFalse();
  }

  @Test
  void aSharedCoreSustainsItsShare() {
    InstanceType type = Types.gce("e2-micro", 2, 1024).sharedCore(0.25).type();
    assertThat(type.sustained()).isEqualTo(new VCpus(0.25));
    assertThat(type.isBurstable()).isTrue();
    assertThat(type.isSharedCore()).isTrue();
  }

  @Test
  void eachWayToBurstIsToldApart() {
    Burst credits = Types.t3Medium().type().burst().orElseThrow();
    Burst shared = Types.gce("e2-micro", 2, 1024).sharedCore(0.25).type().burst().orElseThrow();
    assertThat(credits.<String>match(found -> "credits", found -> "shared")).isEqualTo("credits");
    assertThat(shared.<String>match(found -> "credits", found -> "shared")).isEqualTo("shared");
  }

  @ParameterizedTest
  @CsvSource({"m6a.large, m", "x2idn.16xlarge, x", "hpc7g.4xlarge, hpc", "c7i-flex.large, c"})
  void theCategoryIsTheLettersBeforeTheNumber(String name, String category) {
    assertThat(Types.ec2(name, 2, 8192).type().category()).isEqualTo(category);
  }

  @Test
  void aNameOfLettersAloneIsItsCategory() {
    assertThat(Types.ec2("mac.metal", 12, 32768).type().category()).isEqualTo("mac");
  }

  @Test
  void knowsItsTraits() {
    InstanceType type = Types.ec2("c5d.metal", 96, 196608).traits(Trait.LOCAL_DISK).type();
    assertThat(type.is(Trait.LOCAL_DISK)).isTrue();
    assertThat(type.is(Trait.BARE_METAL)).isFalse();
    assertThat(type.architectures()).containsExactly(Architecture.X86_64);
  }

  @Test
  void refusesATypeWithoutVcpusOrMemory() {
    Types withoutVcpus = Types.ec2("m5.none", 0, 8192);
    Types withoutMemory = Types.ec2("m5.none", 2, 0);
    assertThatThrownBy(withoutVcpus::type)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid instance type m5.none: it has 0 vCPU and 8 GiB");
    assertThatThrownBy(withoutMemory::type)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid instance type m5.none: it has 2 vCPU and 0 MiB");
  }
}
