package io.headroom.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.MemoryPool;
import io.headroom.model.unit.Mebibytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryPoolsTest {

  private static MemoryPool buffer(double configured, Optional<Mebibytes> used) {
    return new MemoryPool("mariadb", new Mebibytes(configured), used, MemoryPool.Kind.BUFFER_POOL);
  }

  private static MemoryPool buffer(double configured) {
    return buffer(configured, Optional.empty());
  }

  private static MemoryPool heap(double configured) {
    return new MemoryPool(
        "redis", new Mebibytes(configured), Optional.empty(), MemoryPool.Kind.FIXED);
  }

  private static MemoryPools pools(MemoryPool... pools) {
    return new MemoryPools(List.of(pools), new Mebibytes(16384));
  }

  /** A pool of 6144 MiB on a machine of 16384, that is 37.5 % of it. */
  @ParameterizedTest
  @CsvSource({
    "16384, 6144", // as it is
    "32768, 6144", // more memory does not make it larger
    "8192, 3072", // in proportion
    "12288, 4608"
  })
  void aBufferPoolFollowsTheMemoryDown(double memory, double size) {
    assertThat(pools(buffer(6144)).sizeOn(new Mebibytes(memory))).isEqualTo(size);
  }

  @Test
  void aBufferPoolStaysWithinTwentyAndSixtyFivePercent() {
    // 14000 of 16384 are 85 %: on 8192 it is 65 % of them, 5324.8
    assertThat(pools(buffer(14000)).sizeOn(new Mebibytes(8192))).isEqualTo(5324.8);
    // 2000 of 16384 are 12 %: on 8192 it is 20 % of them, and never more than configured
    assertThat(pools(buffer(2000)).sizeOn(new Mebibytes(8192))).isEqualTo(1638.4);
    assertThat(pools(buffer(1000)).sizeOn(new Mebibytes(8192))).isEqualTo(1000);
  }

  @Test
  void aHeapStaysAsConfigured() {
    assertThat(pools(heap(6144)).sizeOn(new Mebibytes(8192))).isEqualTo(6144);
    assertThat(pools(heap(1000), buffer(6144)).sizeOn(new Mebibytes(8192))).isEqualTo(4072);
  }

  @Test
  void onlyBufferPoolsAreAdvisedOn() {
    assertThat(pools(heap(1000)).bufferPoolOn(new Mebibytes(8192))).isEmpty();
    assertThat(pools(heap(1000), buffer(6144)).bufferPoolOn(new Mebibytes(8192)))
        .contains(new Mebibytes(3072));
  }

  @Test
  void warmIsWhatWasUsedElseWhatIsConfigured() {
    MemoryPools pools = pools(heap(1000), buffer(6144, Optional.of(new Mebibytes(2000))));
    assertThat(pools.warm(9000)).isEqualTo(3000);
    // never more than there was
    assertThat(pools.warm(2500)).isEqualTo(2500);
    assertThat(pools().warm(2500)).isZero();
  }
}
