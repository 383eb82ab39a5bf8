package io.headroom.collector.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.recording.collected.CollectedRanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final Instant START = Instant.parse("2026-07-20T00:00:00Z");
  private static final Series FIRST = piece(1, 2, Series.gap(), 4);
  private static final Series SECOND = piece(5, 6, 7, 8);
  private static final TimeRange RANGE = new TimeRange(START, START.plusSeconds(1200));

  @TempDir private Path folder = Path.of("");

  @Test
  void keepsPiecesInTheOrderInWhichTheyCame() {
    try (Journal journal = Journal.of(folder.resolve("fleet"))) {
      journal.samples("i-b", SECOND);
      journal.samples("i-a", FIRST);
      journal.samples("i-b", FIRST);

      assertThat(journal.of("i-b")).containsExactly(SECOND, FIRST);
      assertThat(journal.of("i-a")).containsExactly(FIRST);
    }
  }

  @Test
  void hasEverythingThatIsWholeAfterADeath() throws IOException {
    try (Journal journal = Journal.of(folder.resolve("fleet"))) {
      journal.samples("i-a", FIRST);
      journal.answered("i-a", Metric.CPU_UTILIZATION_AVG, RANGE);
      journal.samples("i-a", SECOND);
    }
    Path file = folder.resolve(".fleet.collecting");
    byte[] whole = Files.readAllBytes(file);

    // wherever the file breaks off in the last entry, the two before it are there
    for (int cut = 1; cut < 70; cut++) {
      Files.write(file, Arrays.copyOf(whole, whole.length - cut));
      try (Journal journal = Journal.of(folder.resolve("fleet"))) {
        CollectedRanges collected = new CollectedRanges();
        journal.addTo(collected);
        assertThat(journal.of("i-a")).containsExactly(FIRST);
        assertThat(collected.of("i-a", Metric.CPU_UTILIZATION_AVG)).contains(RANGE);
      }
    }
  }

  @Test
  void stopsAtAnEntryThatIsDamaged() throws IOException {
    try (Journal journal = Journal.of(folder.resolve("fleet"))) {
      journal.samples("i-a", FIRST);
      journal.samples("i-a", SECOND);
    }
    Path file = folder.resolve(".fleet.collecting");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);

    try (Journal journal = Journal.of(folder.resolve("fleet"))) {
      assertThat(journal.of("i-a")).containsExactly(FIRST);
      journal.samples("i-a", SECOND);
      assertThat(journal.of("i-a")).containsExactly(FIRST, SECOND);
    }
  }

  @Test
  void leavesNoFileWithoutEntries() {
    Journal.of(folder.resolve("fleet")).close();

    assertThat(folder).isEmptyDirectory();
  }

  private static Series piece(float... values) {
    return Series.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, START, 300, values);
  }
}
