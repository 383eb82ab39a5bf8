package io.headroom.engine.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.ResourcePrices;
import io.headroom.model.catalog.SustainedUse;
import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** N2: an even number of vCPUs, 512 to 8192 MiB for each. */
class CustomShapeSearchTest {

  private static final CustomShapes N2 =
      new CustomShapes(
          "n2",
          2,
          List.of(2, 4, 6, 8, 10, 12, 16),
          512,
          8192,
          1 << 20,
          Optional.of(
              new ResourcePrices(
                  new HourlyPrice(BigDecimal.ONE, Types.USD),
                  new HourlyPrice(BigDecimal.ONE, Types.USD),
                  PriceBasis.DERIVED)),
          SustainedUse.NONE);

  private static List<String> shapes(
      Needs needs, StepFloor floor, CustomShapes shapes, Predicate<InstanceType> memoryDoes) {
    return new CustomShapeSearch(needs.need(), floor, memoryDoes)
        .shapesOf(shapes).stream().map(offering -> offering.type().name()).toList();
  }

  private static List<String> shapes(Needs needs, double leastMib) {
    return shapes(needs, StepFloor.NONE, N2, atLeast(leastMib));
  }

  private static Predicate<InstanceType> atLeast(double mib) {
    return type -> type.memory().covers(new Mebibytes(mib));
  }

  private static Needs peak(double mib) {
    return Needs.of(Samples.memoryMib(20).flat(mib));
  }

  @Test
  void fromTheNeededVcpusToTwiceAsMany() {
    // 1.5 × 6000 = 9000, the next of 256 is 9216
    assertThat(shapes(peak(6000).vcpus(2.5), 9000)).containsExactly("n2-custom-4-9216");
    assertThat(shapes(peak(6000).vcpus(3), 9000))
        .containsExactly("n2-custom-4-9216", "n2-custom-6-9216");
    assertThat(shapes(peak(6000).vcpus(4), 9000))
        .containsExactly("n2-custom-4-9216", "n2-custom-6-9216", "n2-custom-8-9216");
  }

  @Test
  void memoryMayAskForMoreVcpusThanCpu() {
    // 1.5 × 20000 = 30000 needs four vCPUs at 8192 each
    assertThat(shapes(peak(20_000).vcpus(1), 30_000))
        .containsExactly("n2-custom-4-30208", "n2-custom-6-30208", "n2-custom-8-30208");
  }

  @Test
  void everyVcpuBringsItsLeastMemory() {
    // 8 × 512 = 4096
    assertThat(shapes(peak(100).vcpus(8), 150))
        .containsExactly(
            "n2-custom-8-4096", "n2-custom-10-5120", "n2-custom-12-6144", "n2-custom-16-8192");
  }

  @Test
  void theSmallestMemoryThatDoesIsFound() {
    // more than the guess: workers, or a pool that follows the memory
    assertThat(shapes(peak(100).vcpus(2), 15_873))
        .containsExactly("n2-custom-2-16128", "n2-custom-4-16128");
    assertThat(shapes(peak(100).vcpus(2), 16_384))
        .containsExactly("n2-custom-2-16384", "n2-custom-4-16384");
    // beyond what two vCPUs may have
    assertThat(shapes(peak(100).vcpus(2), 16_385)).containsExactly("n2-custom-4-16640");
    assertThat(shapes(peak(100).vcpus(2), 32_769)).isEmpty();
  }

  @Test
  void theSeriesHasAMostOfItsOwn() {
    CustomShapes small =
        new CustomShapes("e2", 2, List.of(2, 4), 512, 8192, 10_240, N2.prices(), SustainedUse.NONE);
    assertThat(shapes(peak(100).vcpus(2), StepFloor.NONE, small, atLeast(10_240)))
        .containsExactly("e2-custom-2-10240", "e2-custom-4-10240");
    assertThat(shapes(peak(100).vcpus(2), StepFloor.NONE, small, atLeast(10_241))).isEmpty();
  }

  @Test
  void aFloorOfTheNeedOrOfTheStepHolds() {
    assertThat(shapes(peak(100).vcpus(2).memoryFloor(4000), 150))
        .containsExactly("n2-custom-2-4096", "n2-custom-4-4096");
    StepFloor step = new StepFloor(new VCpus(4), new Mebibytes(5000));
    assertThat(shapes(peak(100).vcpus(2), step, N2, atLeast(150)))
        .containsExactly("n2-custom-4-5120");
  }

  @Test
  void aCeilingOfTheNeedBoundsTheGuess() {
    // 1.5 × 20000 = 30000 is headroom only; from 16384 on it is no reason
    assertThat(shapes(peak(20_000).vcpus(1).memoryCeiling(16_384), 16_384))
        .containsExactly("n2-custom-2-16384", "n2-custom-4-16384");
  }
}
