package io.headroom.engine.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalogs;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Regions;
import io.headroom.testing.Types;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AverageChoiceTest {

  private static AverageChoice choice(
      CandidateTable table, InstanceBuilder machine, Policies policy) {
    InstanceType present =
        table.catalog().find(machine.build().type().present()).orElseThrow().type();
    return new AverageChoice(table, machine.build(), present, policy.build(), Share.ALL);
  }

  private static CandidateTable table(String region, Provider provider) {
    return CandidateTable.of(Catalogs.bundled().region(provider, region, Platform.LINUX));
  }

  private static Optional<String> chosen(AverageChoice choice, double cpu, double memory) {
    return choice
        .of(new VCpus(cpu), new Mebibytes(memory))
        .map(Offering::type)
        .map(InstanceType::name);
  }

  @ParameterizedTest
  @CsvSource({
    // 95 % of 1.05 vCPU and of 2150 MiB are below one vCPU and 2048 MiB
    "1.05, 2150, c7a.medium",
    // 0.9975 vCPU would do, 2052 MiB would not
    "1.05, 2160, m7a.medium",
    // 1.0 vCPU and 3990 MiB: the cheapest of 2 vCPU and 4096 MiB, though one of 8192 costs little
    // more
    "1.06, 4200, c6a.large"
  })
  void carriesJustBelowTheAverage(double cpu, double memory, String expected) {
    AverageChoice choice =
        choice(
            table("us-east-1", Provider.AWS), Machines.ec2("m5.xlarge"), Policies.peakPlusHalf());
    assertThat(chosen(choice, cpu, memory)).contains(expected);
  }

  @Test
  void burstableTypesCountWithWhatTheySustainAndOnlyIfAllowed() {
    CandidateTable table = CandidateTable.of(Regions.ec2());
    InstanceBuilder machine = Machines.ec2("m5.xlarge");
    // a t3.medium sustains 0.4 vCPU
    assertThat(chosen(choice(table, machine, Policies.peakPlusHalf()), 0.42, 4000))
        .contains("m5.large");
    Policies burstable = Policies.peakPlusHalf().burstable(CreditMode.STANDARD);
    assertThat(chosen(choice(table, machine, burstable), 0.42, 4000)).contains("t3.medium");
    assertThat(chosen(choice(table, machine, burstable), 0.43, 4000)).contains("t3.large");
  }

  @Test
  void customShapesAreAmongThem() {
    CandidateTable table = table("us-central1", Provider.GCE);
    InstanceBuilder machine = Machines.gce("n2-standard-4");
    // 1.9 vCPU and 5130 MiB, which is 20.04 steps of 256: 21
    assertThat(chosen(choice(table, machine, Policies.peakPlusHalf()), 2, 5400))
        .contains("n2-custom-2-5376");
    assertThat(
            chosen(choice(table, machine, Policies.peakPlusHalf().withoutCustomShapes()), 2, 5400))
        .contains("n2-standard-2");
  }

  @Test
  void equalPricesAreOrderedByName() {
    CandidateTable table =
        CandidateTable.of(
            Types.region(
                Types.ec2("m5.b", 2, 8192).at("0.1"),
                Types.ec2("m5.a", 2, 8192).at("0.1"),
                Types.ec2("m5.c", 2, 8192).at("0.1")));
    AverageChoice choice = choice(table, Machines.ec2("m5.c"), Policies.peakPlusHalf());
    assertThat(chosen(choice, 1, 1000)).contains("m5.a");
  }

  @Test
  void nothingMayCarryThem() {
    AverageChoice choice =
        choice(
            CandidateTable.of(Regions.ec2()), Machines.ec2("m5.xlarge"), Policies.peakPlusHalf());
    assertThat(chosen(choice, 9, 1000)).isEmpty();
  }
}
