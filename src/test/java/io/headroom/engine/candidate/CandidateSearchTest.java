package io.headroom.engine.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.Limits;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.ResourcePrices;
import io.headroom.model.catalog.SustainedUse;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Provider;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Hosts;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Searches for a machine that is an m5.2xlarge unless a test says otherwise. */
class CandidateSearchTest {

  private static final Offering PRESENT = Types.ec2("m5.2xlarge", 8, 32768).at("0.384");
  private static final Offering M5_LARGE = Types.ec2("m5.large", 2, 8192).at("0.096");
  private static final Offering M5_XLARGE = Types.ec2("m5.xlarge", 4, 16384).at("0.192");
  private static final Offering T3_LARGE =
      Types.ec2("t3.large", 2, 8192).credits(36, 864, 0).at("0.0832");

  private final InstanceBuilder machine = Machines.ec2("m5.2xlarge");
  private Policies policy = Policies.peakPlusHalf();
  private final List<Offering> offerings = new ArrayList<>(List.of(PRESENT));
  private Offering present = PRESENT;

  private CandidateSearchTest among(Offering... others) {
    offerings.addAll(List.of(others));
    return this;
  }

  private CandidateSearch search(Needs needs) {
    return new CandidateSearch(
        CandidateTable.of(Types.region(offerings.toArray(Offering[]::new))),
        machine.build(),
        present.type(),
        policy.build(),
        needs.policy(policy).need());
  }

  private Needs needs(double cpu, double memory) {
    return Needs.of(machine, Samples.cpuVcpus(20).flat(cpu), Samples.memoryMib(20).flat(memory))
        .vcpus(cpu);
  }

  private SearchResult found(double cpu, double memory) {
    return search(needs(cpu, memory)).search(StepFloor.NONE);
  }

  private static List<String> fits(SearchResult result) {
    return result.fits().stream()
        .map(fit -> fit.type().name() + " " + fit.price().rounded())
        .toList();
  }

  private static Map<String, String> refusals(SearchResult result) {
    Map<String, String> texts = new TreeMap<>();
    result.rejected().forEach(one -> texts.put(one.instanceType(), one.refusal().text()));
    return texts;
  }

  @Test
  void typesThatFitAreRankedAndTheOthersSayWhyNot() {
    SearchResult result = among(M5_XLARGE, M5_LARGE).found(3, 5000);
    assertThat(fits(result)).containsExactly("m5.xlarge 140.16", "m5.2xlarge 280.32");
    assertThat(refusals(result))
        .containsOnly(entry("m5.large", "short of CPU: 2 vCPU, needs 3 vCPU"));
    assertThat(result.stepLimited()).isFalse();
  }

  @Test
  void eachRefusalNamesItsDimension() {
    machine.hardware(
        Machines.disks(
            new AttachedDisk("gp3", /* local= */ false),
            new AttachedDisk("gp3", /* local= */ false)));
    SearchResult result =
        among(
                Types.ec2("m5.tiny", 1, 8192).at("0.01"),
                Types.ec2("m5.small", 2, 7000).at("0.02"),
                Types.ec2("m5.few", 2, 8192).limits(attaching(1)).at("0.03"),
                M5_LARGE)
            .found(1.5, 5000);
    assertThat(refusals(result))
        .containsOnly(
            entry("m5.tiny", "short of CPU: 1 vCPU, needs 1.5 vCPU"),
            entry("m5.small", "short of memory: 6.8 GiB, needs 7.3 GiB"),
            entry("m5.few", "attaches 1 disks, 2 attached"));
  }

  private static Limits attaching(int most) {
    return new Limits(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.of(most));
  }

  @Test
  void rejectionsAreInTheOrderOfPriceThenName() {
    SearchResult result =
        among(
                Types.ec2("m5.b", 1, 8192).at("0.02"),
                Types.ec2("m5.a", 1, 8192).at("0.02"),
                Types.ec2("m5.z", 1, 8192).at("0.01"))
            .found(2, 100);
    assertThat(result.rejected())
        .extracting(rejection -> rejection.instanceType())
        .containsExactly("m5.z", "m5.a", "m5.b");
  }

  @Test
  void aStepThatIsTooLargeIsRefusedAndRemembered() {
    CandidateSearch search = among(M5_XLARGE, M5_LARGE).search(needs(1, 1000));
    StepFloor half = StepFloor.of(StepLimit.HALF_MEMORY, PRESENT.type());
    SearchResult step = search.search(half);
    assertThat(fits(step)).startsWith("m5.xlarge 140.16");
    assertThat(refusals(step)).containsOnly(entry("m5.large", "below half of present memory"));
    assertThat(step.stepLimited()).isTrue();
    assertThat(fits(search.search(StepFloor.NONE))).startsWith("m5.large 70.08");
  }

  @Test
  void aTypeThatDoesNotCarryTheNeedAnywayIsNotLimitedByTheStep() {
    SearchResult result =
        among(M5_LARGE)
            .search(needs(3, 1000))
            .search(new StepFloor(VCpus.NONE, new Mebibytes(16_384)));
    assertThat(refusals(result))
        .containsOnly(entry("m5.large", "short of CPU: 2 vCPU, needs 3 vCPU"));
    assertThat(result.stepLimited()).isFalse();
  }

  @Test
  void candidateRulesAreCountedByTheirWords() {
    SearchResult result =
        among(
                Types.ec2("i4i.large", 2, 8192).at("0.01"),
                Types.ec2("x2idn.large", 2, 8192).at("0.01"),
                Types.ec2("m1.large", 2, 8192).traits(Trait.PREVIOUS_GENERATION).at("0.01"),
                T3_LARGE)
            .found(1, 1000);
    assertThat(result.excludedByRule())
        .containsExactly(
            entry("burstable", 1), entry("family", 2), entry("previous generation", 1));
    assertThat(result.rejected()).isEmpty();
  }

  @Test
  void aTypeWithoutAPriceIsNotLookedAt() {
    SearchResult result = among(Types.ec2("m6a.large", 2, 8192).unpriced()).found(1, 1000);
    assertThat(fits(result)).containsExactly("m5.2xlarge 280.32");
    assertThat(result.rejected()).isEmpty();
    assertThat(search(needs(1, 1000)).priceOf(Types.ec2("x", 1, 1).unpriced())).isEmpty();
  }

  // CPU credits

  @Test
  void standardModeRefusesATypeThatWouldBeThrottled() {
    policy = policy.burstable(CreditMode.STANDARD);
    // 19 of 20 days are judged; t3.large sustains 0.6
    assertThat(refusals(among(T3_LARGE).found(0.7, 1000)))
        .containsOnly(entry("t3.large", "CPU credits run out: throttled in 5472 slots"));
    assertThat(fits(found(0.6, 1000))).startsWith("t3.large 60.74");
  }

  @Test
  void unlimitedModeAddsTheSurplusToThePrice() {
    policy = policy.burstable(CreditMode.UNLIMITED);
    SearchResult result = among(T3_LARGE, M5_LARGE).found(1, 1000);
    // 0.0832 × 730 + 0.4 × 730 × 0.05 = 75.336
    assertThat(fits(result))
        .containsExactly("m5.large 70.08", "t3.large 75.34", "m5.2xlarge 280.32");
    CandidateSearch search = search(needs(1, 1000));
    assertThat(search.priceOf(T3_LARGE).orElseThrow().rounded()).isEqualTo("75.34");
    assertThat(search.listPriceOf(result.fits().get(1)).rounded()).isEqualTo("60.74");
  }

  @Test
  void theMachinesOwnModeComesBeforeThePolicys() {
    policy = policy.burstable(CreditMode.UNLIMITED);
    machine.creditMode(CreditMode.STANDARD);
    assertThat(refusals(among(T3_LARGE).found(0.7, 1000))).containsKey("t3.large");
  }

  /** The machine is of a burstable type of which the mode is not known. */
  private CandidateSearchTest bursting(String type) {
    present = Types.ec2(type, 2, 4096).credits(24, 576, 0).at("0.05");
    offerings.clear();
    offerings.add(present);
    return this;
  }

  @Test
  void aBurstMachineOfUnknownModeIsInTheDefaultOfItsFamily() {
    policy = policy.burstable(CreditMode.STANDARD);
    // T3 and later are unlimited: 36.50 + (0.7 − 0.4) × 36.50
    assertThat(
            bursting("t3.medium").search(needs(0.7, 1000)).priceOf(present).orElseThrow().rounded())
        .isEqualTo("47.45");
    // T2 is standard, and has no surplus
    policy = Policies.peakPlusHalf().burstable(CreditMode.UNLIMITED);
    assertThat(
            bursting("t2.medium").search(needs(0.7, 1000)).priceOf(present).orElseThrow().rounded())
        .isEqualTo("36.50");
  }

  @Test
  void thePresentTypeIsNotRefusedForItsCredits() {
    machine.creditMode(CreditMode.STANDARD);
    assertThat(fits(bursting("t3.medium").found(0.7, 1000))).containsExactly("t3.medium 36.50");
  }

  // workers

  @Test
  void aTypeThatHoldsTooFewWorkersSaysSo() {
    machine.host(Hosts.host().web(9).build());
    // needed min(9, floor(2 × 4) + 1) = 9; 7000 ÷ 1.5 is 333 less than 5000, which 5 fewer free at
    // 75
    SearchResult result = among(M5_XLARGE, Types.ec2("m5.wide", 8, 7000).at("0.1")).found(4, 5000);
    assertThat(refusals(result))
        .containsOnly(entry("m5.wide", "holds 4 workers, 9 needed (memory)"));
    assertThat(result.fits().get(0).workers().orElseThrow().holds()).isEqualTo(9);
  }

  @Test
  void thePresentTypeIsRefusedOnlyForWorkersSomebodyAskedFor() {
    // 20 derived would not fit into 8 vCPUs, but they run there
    machine.host(Hosts.host().web(20).build());
    assertThat(fits(found(10, 5000))).isEmpty();
    assertThat(fits(found(7.9, 5000))).containsExactly("m5.2xlarge 280.32");
    policy = policy.needed(20);
    assertThat(refusals(found(7.9, 5000)))
        .containsOnly(entry("m5.2xlarge", "holds 17 workers, 20 needed (vcpu)"));
  }

  // sustained use

  @Test
  void aMachineThatRunsPartOfTheTimeIsPricedForIt() {
    machine.stopped(
        List.of(
            new TimeRange(
                Machines.AS_OF.minus(Duration.ofDays(42)),
                Machines.AS_OF.minus(Duration.ofDays(21)))));
    Offering discounted = Types.ec2("m5.sud", 2, 8192).discount(SustainedUse.UP_TO_30).at("0.1");
    // half of 730 hours; the discount of half a month is 10 %
    assertThat(fits(among(discounted).found(1, 1000)))
        .containsExactly("m5.sud 32.85", "m5.2xlarge 140.16");
  }

  // when to stop looking

  @Test
  void dearerTypesAreLookedAtUntilEightFit() {
    Offering[] cheap = new Offering[7];
    for (int size = 0; size < cheap.length; size++) {
      cheap[size] = Types.ec2("m5.fit" + size, 2, 8192).at("0.1" + size);
    }
    among(cheap)
        .among(
            Types.ec2("m5.tie", 1, 8192).at("0.384"), Types.ec2("m5.beyond", 1, 8192).at("0.385"));
    SearchResult result = found(2, 1000);
    assertThat(fits(result)).hasSize(8).endsWith("m5.2xlarge 280.32");
    // the eighth costs 0.384: what costs as much is looked at, what costs more is not
    assertThat(refusals(result)).containsOnlyKeys("m5.tie");
  }

  @Test
  void typesWithinThePriceToleranceAreAlwaysLookedAt() {
    Offering[] alike = new Offering[8];
    for (int size = 0; size < alike.length; size++) {
      alike[size] = Types.ec2("m5.fit" + size, 2, 8192).at("0.1000" + size);
    }
    SearchResult result =
        among(alike).among(Types.ec2("m6a.newer", 2, 8192).at("0.102")).found(2, 1000);
    // 2 % above the cheapest, and newer
    assertThat(fits(result)).startsWith("m6a.newer 74.46", "m5.fit0 73.00");
  }

  // custom shapes

  /** Searches from an n2-standard-8 for two vCPUs and 1.5 × 2000 MiB. */
  private static SearchResult custom(Policies policy, StepFloor floor) {
    Offering n2 = Types.gce("n2-standard-8", 8, 32768).at("0.4");
    RegionCatalog region =
        RegionCatalog.of(
            Provider.GCE,
            "us-central1",
            LocalDate.of(2026, 7, 20),
            "a test",
            List.of(n2),
            List.of(shapes("n2"), shapes("e2")));
    InstanceBuilder machine = Machines.gce("n2-standard-8");
    Needs needs =
        Needs.of(
                Machines.ec2("m5.2xlarge"),
                Samples.cpuVcpus(20).flat(2),
                Samples.memoryMib(20).flat(2000))
            .vcpus(2);
    return new CandidateSearch(
            CandidateTable.of(region), machine.build(), n2.type(), policy.build(), needs.need())
        .search(floor);
  }

  private static CustomShapes shapes(String series) {
    return new CustomShapes(
        series,
        2,
        List.of(2, 4, 8),
        512,
        8192,
        1 << 20,
        Optional.of(
            new ResourcePrices(
                new HourlyPrice(new BigDecimal("0.03"), Types.USD),
                new HourlyPrice(new BigDecimal("0.004"), Types.USD),
                PriceBasis.DERIVED)),
        SustainedUse.NONE);
  }

  @Test
  void customShapesOfTheAllowedSeriesAreCandidates() {
    // 2 × 0.03 + 3 × 0.004 = 0.072, and 0.132 with four vCPUs
    assertThat(fits(custom(Policies.peakPlusHalf(), StepFloor.NONE)))
        .containsExactly(
            "n2-custom-2-3072 52.56", "n2-custom-4-3072 96.36", "n2-standard-8 292.00");
    assertThat(fits(custom(Policies.peakPlusHalf().series("e2"), StepFloor.NONE)))
        .contains("e2-custom-2-3072 52.56");
    assertThat(fits(custom(Policies.peakPlusHalf().withoutCustomShapes(), StepFloor.NONE)))
        .containsExactly("n2-standard-8 292.00");
  }

  @Test
  void aShapeBelowTheStepIsRefusedAndALargerOneTaken() {
    SearchResult result =
        custom(Policies.peakPlusHalf(), new StepFloor(VCpus.NONE, new Mebibytes(16_384)));
    // 2 × 0.03 + 16 × 0.004
    assertThat(fits(result)).startsWith("n2-custom-2-16384 90.52");
    assertThat(refusals(result)).containsEntry("n2-custom-2-3072", "below half of present memory");
    assertThat(result.stepLimited()).isTrue();
  }
}
