package io.headroom.engine.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.CreditMode;
import io.headroom.testing.Policies;
import io.headroom.testing.Types;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {

  private static final InstanceType M5 = ec2("m5.xlarge").type();

  private static Types ec2(String name) {
    return Types.ec2(name, 2, 8192);
  }

  private static Types gce(String name) {
    return Types.gce(name, 2, 8192);
  }

  private static Optional<ExclusionRule> exclusion(
      Policies policy, InstanceType present, Types type) {
    return new Eligibility(present, Optional.empty(), policy.build().candidates())
        .exclusion(type.type());
  }

  private static Optional<ExclusionRule> exclusion(InstanceType present, Types type) {
    return exclusion(Policies.peakPlusHalf(), present, type);
  }

  @ParameterizedTest
  @CsvSource({"m6a.large", "c5.large", "r7i.large", "m5.large"})
  void generalComputeAndMemoryFamiliesAreCandidates(String name) {
    assertThat(exclusion(M5, ec2(name))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"x2idn.large", "i4i.large", "g5.large", "hpc7a.large"})
  void otherFamiliesAreNot(String name) {
    assertThat(exclusion(M5, ec2(name))).contains(ExclusionRule.FAMILY);
  }

  @Test
  void theMachinesOwnFamilyLetterIs() {
    assertThat(exclusion(ec2("x2idn.2xlarge").type(), ec2("x2iedn.large"))).isEmpty();
    assertThat(exclusion(ec2("x2idn.2xlarge").type(), ec2("i4i.large")))
        .contains(ExclusionRule.FAMILY);
  }

  @Test
  void theFirstFiveGenerationsAreCandidatesOnlyForMachinesAsOld() {
    assertThat(exclusion(M5, ec2("m4.large"))).contains(ExclusionRule.OLDER_GENERATION);
    assertThat(exclusion(ec2("m4.xlarge").type(), ec2("m4.large"))).isEmpty();
    // a machine of the seventh may go back to the fifth, not to the fourth
    assertThat(exclusion(ec2("m7i.xlarge").type(), ec2("m5.large"))).isEmpty();
    assertThat(exclusion(ec2("m7i.xlarge").type(), ec2("m4.large")))
        .contains(ExclusionRule.OLDER_GENERATION);
  }

  @Test
  void previousGenerationsAreNot() {
    assertThat(exclusion(M5, ec2("m5.large").traits(Trait.PREVIOUS_GENERATION)))
        .contains(ExclusionRule.PREVIOUS_GENERATION);
    Types t1 = Types.ec2("t1.micro", 1, 627).credits(3, 72, 15);
    assertThat(exclusion(Types.t3Medium().type(), t1)).contains(ExclusionRule.PREVIOUS_GENERATION);
  }

  @Test
  void flexTypesAreOnlyIfThePolicyAllowsThem() {
    Types flex = ec2("m7i-flex.large").traits(Trait.FLEX);
    assertThat(exclusion(M5, flex)).contains(ExclusionRule.FLEX);
    assertThat(exclusion(Policies.peakPlusHalf().flex(), M5, flex)).isEmpty();
  }

  @Test
  void bareMetalStaysAmongItself() {
    Types metal = ec2("m6i.metal").traits(Trait.BARE_METAL);
    assertThat(exclusion(M5, metal)).contains(ExclusionRule.BARE_METAL);
    assertThat(exclusion(ec2("m5.metal").traits(Trait.BARE_METAL).type(), metal)).isEmpty();
  }

  @Test
  void aMachineWithAnAcceleratorKeepsItsType() {
    Types gpu = ec2("g5.xlarge").traits(Trait.ACCELERATOR);
    assertThat(exclusion(M5, ec2("m6a.large").traits(Trait.ACCELERATOR)))
        .contains(ExclusionRule.ACCELERATOR);
    assertThat(exclusion(gpu.type(), ec2("m6a.large"))).contains(ExclusionRule.ACCELERATOR);
    assertThat(exclusion(gpu.type(), ec2("g5.large").traits(Trait.ACCELERATOR)))
        .contains(ExclusionRule.ACCELERATOR);
    assertThat(exclusion(gpu.type(), gpu)).isEmpty();
  }

  @Test
  void localDisksAreOnlyIfTheMachinesTypeHasThem() {
    Types withDisk = ec2("m5d.large").traits(Trait.LOCAL_DISK);
    assertThat(exclusion(M5, withDisk)).contains(ExclusionRule.LOCAL_DISK);
    InstanceType present = ec2("c5d.large").traits(Trait.LOCAL_DISK).type();
    assertThat(exclusion(present, withDisk)).isEmpty();
    assertThat(exclusion(present, ec2("m5.large"))).isEmpty();
  }

  @Test
  void theInstructionSetStays() {
    Types arm = ec2("m6g.large").architectures(Architecture.ARM64);
    assertThat(exclusion(M5, arm)).contains(ExclusionRule.ARCHITECTURE);
    assertThat(exclusion(arm.type(), ec2("m6a.large"))).contains(ExclusionRule.ARCHITECTURE);
    assertThat(exclusion(Policies.peakPlusHalf().architectureChange(), M5, arm)).isEmpty();
  }

  @Test
  void theMachinesOwnArchitectureCountsWhereItsTypeHasSeveral() {
    InstanceType t2 =
        Types.ec2("t2.small", 1, 2048)
            .credits(12, 288, 30)
            .architectures(Architecture.X86_64, Architecture.I386)
            .type();
    Eligibility unknown =
        new Eligibility(t2, Optional.empty(), Policies.peakPlusHalf().build().candidates());
    Eligibility old =
        new Eligibility(
            t2, Optional.of(Architecture.I386), Policies.peakPlusHalf().build().candidates());
    assertThat(unknown.exclusion(ec2("m6a.large").type())).isEmpty();
    assertThat(old.exclusion(ec2("m6a.large").type())).contains(ExclusionRule.ARCHITECTURE);
  }

  @Test
  void burstableTypesAreOnlyForBurstableMachinesOrIfAllowed() {
    assertThat(exclusion(M5, Types.t3Medium())).contains(ExclusionRule.BURSTABLE);
    assertThat(
            exclusion(Policies.peakPlusHalf().burstable(CreditMode.STANDARD), M5, Types.t3Medium()))
        .isEmpty();
    Types t3a = Types.ec2("t3a.medium", 2, 4096).credits(24, 576, 0);
    assertThat(exclusion(Types.t3Medium().type(), t3a)).isEmpty();
    // whatever their generation
    Types t2 = Types.ec2("t2.medium", 2, 4096).credits(24, 576, 60);
    assertThat(exclusion(Types.t3Medium().type(), t2)).isEmpty();
    // and a burstable machine may leave them
    assertThat(exclusion(Types.t3Medium().type(), ec2("m6a.large"))).isEmpty();
  }

  @Test
  void onGceTheSeriesStays() {
    InstanceType n2 = gce("n2-standard-4").type();
    assertThat(exclusion(n2, gce("n2-highmem-2"))).isEmpty();
    assertThat(exclusion(n2, gce("e2-standard-2"))).contains(ExclusionRule.SERIES);
    assertThat(exclusion(Policies.peakPlusHalf().series("e2"), n2, gce("e2-standard-2"))).isEmpty();
  }

  @Test
  void neverFromN2BackToN1() {
    Policies named = Policies.peakPlusHalf().series("n1", "e2");
    assertThat(exclusion(named, gce("n2-standard-4").type(), gce("n1-standard-2")))
        .contains(ExclusionRule.SERIES);
    assertThat(exclusion(named, gce("e2-standard-4").type(), gce("n1-standard-2"))).isEmpty();
    assertThat(exclusion(named, gce("n1-standard-4").type(), gce("n1-standard-2"))).isEmpty();
  }

  @Test
  void f1AndG1AreN1UnderAnOlderName() {
    InstanceType f1 = Types.gce("f1-micro", 1, 614).sharedCore(0.2).type();
    assertThat(exclusion(f1, gce("n1-standard-1"))).isEmpty();
    assertThat(exclusion(f1, Types.gce("g1-small", 1, 1740).sharedCore(0.5))).isEmpty();
    assertThat(exclusion(gce("n1-standard-1").type(), Types.gce("g1-small", 1, 1740))).isEmpty();
  }

  @Test
  void thePresentTypeIsNeverLeftOut() {
    InstanceType odd =
        ec2("x1.metal").traits(Trait.BARE_METAL, Trait.PREVIOUS_GENERATION, Trait.FLEX).type();
    assertThat(
            new Eligibility(odd, Optional.empty(), Policies.peakPlusHalf().build().candidates())
                .exclusion(odd))
        .isEmpty();
  }

  @Test
  void eachRuleHasWords() {
    assertThat(ExclusionRule.values())
        .extracting(ExclusionRule::words)
        .containsExactly(
            "bare metal",
            "accelerator",
            "architecture",
            "family",
            "series",
            "previous generation",
            "older generation",
            "burstable",
            "flex",
            "local disk");
  }
}
