package io.headroom.cloud.gce.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchShapeTest {

  private static final Instant START = Instant.parse("2026-07-20T00:00:00Z");

  @Test
  void keepsTheFilterWithinGooglesLimit() {
    List<String> ids =
        IntStream.range(0, BatchShape.MOST_IDS)
            .mapToObj(i -> Long.toString(9_000_000_000_000_000_000L + i))
            .toList();

    String filter =
        new BatchShape(GoogleSeries.MEMORY_MAX, days(1), ids, ids.size())
            .filter("agent.googleapis.com/memory/bytes_used");

    assertThat(filter).hasSizeLessThan(2048);
  }

  @Test
  void asksForSumsOfManyMachinesInSeveralRanges() {
    // 10,000 machines × 42 days × 288 slots are 121 million values; 8,388,608 are held: 838 slots
    List<SlotGrid> chunks =
        new BatchShape(GoogleSeries.DISK_BYTES, days(42), List.of(), 10_000).chunks();

    // 12,096 slots in parts of 838
    assertThat(chunks).hasSize(15);
    assertThat(chunks.get(0).slots()).isEqualTo(838);
    assertThat(chunks.get(0).range().start()).isEqualTo(START);
    assertThat(chunks.get(14).range().end()).isEqualTo(START.plus(Duration.ofDays(42)));
    assertThat(chunks.stream().mapToInt(SlotGrid::slots).sum()).isEqualTo(12_096);
  }

  @Test
  void asksOnceForWhatIsHandedOverAsItComes() {
    assertThat(new BatchShape(GoogleSeries.CPU_MEAN, days(42), List.of(), 10_000).chunks())
        .containsExactly(days(42));
  }

  private static SlotGrid days(int count) {
    return new SlotGrid(TimeRange.startingAt(START, Duration.ofDays(count)), Duration.ofMinutes(5));
  }
}
