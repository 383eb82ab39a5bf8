package io.headroom.advice.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MachineHalfTest {

  @Test
  void everyMachineIsInOneHalf() {
    for (int i = 0; i < 1000; i++) {
      String id = "i-" + i;
      assertThat(MachineHalf.FIRST.has(id)).isNotEqualTo(MachineHalf.SECOND.has(id));
      assertThat(MachineHalf.BOTH.has(id)).isTrue();
    }
  }

  @Test
  void halvesAreAboutEqual() {
    long first = IntStream.range(0, 1000).filter(i -> MachineHalf.FIRST.has("rnd-" + i)).count();

    // 500 expected, standard deviation 16
    assertThat(first).isBetween(420L, 580L);
  }

  @Test
  void halfFollowsFromTheIdAlone() {
    // printf a | sha256sum ends in bb, printf c | sha256sum in c6
    assertThat(MachineHalf.SECOND.has("a")).isTrue();
    assertThat(MachineHalf.FIRST.has("c")).isTrue();
  }
}
