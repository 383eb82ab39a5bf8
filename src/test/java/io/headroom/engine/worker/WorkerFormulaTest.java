package io.headroom.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.LimitedBy;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerFormulaTest {

  /** floor(2 × free) + 1 requests at once, divided by the threads, rounded up. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "0.25, 1, 1",
    "0.5, 1, 2",
    "1, 1, 3",
    "1.49, 1, 3", // floor(2.98) + 1
    "1.5, 1, 4",
    "2, 1, 5",
    "4, 1, 9",
    "8, 1, 17",
    "4, 4, 3", // ceil(9 / 4)
    "4, 3, 3", // 9 / 3
    "2, 2, 3", // ceil(5 / 2)
    "0, 8, 1"
  })
  void twoForEachFreeVcpuAndOneMore(double free, int threads, int workers) {
    assertThat(WorkerFormula.forVcpus(new VCpus(free), threads)).isEqualTo(workers);
  }

  /** By vCPUs, by memory, minimum, maximum: the count and what bounds it. */
  @ParameterizedTest
  @CsvSource({
    "5, 99, 1, 99, 5, VCPU",
    "5, 5, 1, 99, 5, VCPU", // equal: memory is not what bounds it
    "5, 4, 1, 99, 4, MEMORY",
    "5, 99, 1, 3, 3, MAXIMUM",
    "5, 2, 1, 3, 2, MEMORY",
    "3, 99, 1, 3, 3, VCPU",
    "2, 99, 4, 9, 4, MINIMUM",
    "4, 99, 4, 9, 4, VCPU",
    "2, 3, 4, 9, 3, MEMORY", // the minimum never takes memory that is not there
    "5, -2, 1, 99, 0, MEMORY",
    "5, 0, 1, 99, 0, MEMORY"
  })
  void memoryBoundsWhatVcpusAllow(
      int byVcpus, long byMemory, int minimum, int maximum, int holds, LimitedBy bound) {
    assertThat(WorkerFormula.held(byVcpus, OptionalLong.of(byMemory), minimum, maximum))
        .isEqualTo(new WorkerFormula.Held(holds, bound));
  }

  @Test
  void withoutABoundOfMemoryVcpusDecide() {
    assertThat(WorkerFormula.held(9, OptionalLong.empty(), 1, 999))
        .isEqualTo(new WorkerFormula.Held(9, LimitedBy.VCPU));
  }
}
