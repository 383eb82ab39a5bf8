package io.headroom.engine.verdict;

import static io.headroom.engine.verdict.SmallFleet.M5_XLARGE;
import static io.headroom.engine.verdict.SmallFleet.xlarge;
import static io.headroom.testing.Judged.recommended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.model.catalog.Offering;
import io.headroom.model.unit.Utilization;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionMakerTest {

  @Test
  void fiveOptionsAreShownAndAllAreFallbacks() {
    Offering[] types = new Offering[8];
    types[0] = M5_XLARGE;
    for (int size = 1; size < types.length; size++) {
      types[size] = Types.ec2("m5.size" + size, 2, 8192).at("0.1" + size);
    }
    Verdict verdict =
        Judged.of(Machines.ec2("m5.xlarge")).among(types).cpu(1).memory(4000).verdict();
    assertThat(verdict.options())
        .extracting(Option::instanceType)
        .containsExactly("m5.size1", "m5.size2", "m5.size3", "m5.size4", "m5.size5");
    assertThat(verdict.fallbacks())
        .containsExactly("m5.size2", "m5.size3", "m5.size4", "m5.size5", "m5.size6", "m5.size7");
  }

  @Test
  void optionsSayHowFullTheyWouldBe() {
    Option option =
        xlarge()
            .with(Samples.cpuVcpus(42).flat(0.5).at(Duration.ofDays(2), 1.5))
            .with(Samples.memoryMib(42).flat(4096))
            .verdict()
            .options()
            .get(0);
    assertThat(option.instanceType()).isEqualTo("m5.large");
    assertThat(option.projected().cpuPeak()).contains(Utilization.ofPercent(75));
    // 12095 slots at 0.5 and one at 1.5, of 2
    assertThat(option.projected().cpuMean().orElseThrow().fraction())
        .isCloseTo(0.25, within(0.0001));
    assertThat(option.projected().memoryPeak()).contains(Utilization.ofPercent(50));
  }

  @Test
  void whatWasNotCollectedIsNotProjected() {
    Verdict verdict = xlarge().cpu(1).verdict();
    assertThat(recommended(verdict)).isEqualTo("r5.large 91.98");
    assertThat(verdict.options().get(0).projected().memoryPeak()).isEmpty();
    assertThat(verdict.options().get(0).projected().cpuPeak()).contains(Utilization.ofPercent(50));
  }
}
