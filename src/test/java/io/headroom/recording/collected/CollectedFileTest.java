package io.headroom.recording.collected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.series.Metric;
import io.headroom.model.unit.TimeRange;
import io.headroom.recording.problem.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectedFileTest {

  private static final TimeRange DAY = range("2026-07-19T00:00:00Z", "2026-07-20T00:00:00Z");
  private static final TimeRange NEXT = range("2026-07-19T23:30:00Z", "2026-07-20T02:00:00Z");
  private static final TimeRange LATER = range("2026-07-25T00:00:00Z", "2026-07-26T00:00:00Z");

  @TempDir private Path folder = Path.of("");

  private final CollectedRanges ranges = new CollectedRanges();

  @Test
  void readsWhatItWrote() throws IOException {
    ranges.add("i-a", Metric.CPU_UTILIZATION_AVG, DAY);
    ranges.add("i-a", Metric.CPU_UTILIZATION_MAX, DAY);
    ranges.add("i-a", Metric.MEMORY_USED, LATER);
    ranges.add("b, \"2\"", Metric.MEMORY_USED, DAY);

    CollectedFile.write(folder, ranges);

    CollectedRanges read = CollectedFile.read(folder);
    assertThat(read.machines()).containsExactly("b, \"2\"", "i-a");
    assertThat(read.of("i-a")).isEqualTo(ranges.of("i-a"));
    assertThat(read.of("b, \"2\"")).isEqualTo(ranges.of("b, \"2\""));
    // a header, and one row for each machine and time
    assertThat(Files.readAllLines(folder.resolve(CollectedFile.NAME))).hasSize(4);
  }

  @Test
  void hasNothingOfARecordingThatWasNotCollected() {
    assertThat(CollectedFile.read(folder).machines()).isEmpty();
  }

  @Test
  void namesAFileThatIsDamaged() throws IOException {
    Files.writeString(
        folder.resolve(CollectedFile.NAME),
        "instance_id,metrics,from,until\ni-a,memory_used,yesterday,today\n");

    assertThatThrownBy(() -> CollectedFile.read(folder))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("collected.csv")
        .hasMessageContaining("yesterday");
  }

  @Test
  void joinsWhatTouchesAndKeepsTheLaterOfWhatDoesNot() {
    ranges.addAll("i-a", Metric.MEMORY_USED, List.of(NEXT, DAY));
    assertThat(ranges.of("i-a", Metric.MEMORY_USED))
        .contains(new TimeRange(DAY.start(), NEXT.end()));

    ranges.add("i-a", Metric.MEMORY_USED, LATER);
    assertThat(ranges.of("i-a", Metric.MEMORY_USED)).contains(LATER);

    ranges.add("i-a", Metric.MEMORY_USED, DAY);
    assertThat(ranges.of("i-a", Metric.MEMORY_USED)).contains(LATER);
  }

  private static TimeRange range(String start, String end) {
    return new TimeRange(Instant.parse(start), Instant.parse(end));
  }
}
