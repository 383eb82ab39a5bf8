package io.headroom.collector.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.advice.Fleet;
import io.headroom.recording.RecordingReader;
import io.headroom.recording.problem.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingCollectionTest extends CollectionRunContract {

  @TempDir private Path folder = Path.of("");

  private Path recording() {
    return folder.resolve("fleet");
  }

  @Override
  CollectionTarget target() {
    return CollectionTarget.recording(recording());
  }

  @Override
  Fleet collected() {
    return Fleet.of(RecordingReader.open(recording()));
  }

  @Test
  void givesTheSameBytesInOneRunAndInTwo() throws InterruptedException, IOException {
    run(NOON);
    run(ONE);
    byte[] twice = Files.readAllBytes(recording().resolve("samples.csv.gz"));
    Path other = folder.resolve("other");

    new CollectionRun(cloud, List.of(cloud), order(CollectionTarget.recording(other), ONE)).run();

    assertThat(Files.readAllBytes(other.resolve("samples.csv.gz"))).isEqualTo(twice);
  }

  @Test
  void estimatesWithoutReadingOrLeavingAnything() throws InterruptedException, IOException {
    CollectionResult result =
        new CollectionRun(cloud, List.of(cloud), order(target(), NOON)).estimate();

    // one request in each of the two scopes, 3 machines × 144 slots
    assertThat(result.cost().requests()).isEqualTo(2);
    assertThat(result.cost().points()).isEqualTo(3 * 144);
    assertThat(cloud.takeAsked()).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void refusesToCollectTwiceAtOnce() {
    try (Journal journal = Journal.of(recording())) {
      assertThat(journal.of("i-a")).isEmpty();
      assertThatThrownBy(() -> run(NOON))
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining("another collection");
    }
  }
}
