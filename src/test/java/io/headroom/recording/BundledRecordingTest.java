package io.headroom.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BundledRecordingTest {

  @Test
  void isWholeAndReadWithoutProblems() throws InterruptedException {
    RecordingReader reader = RecordingReader.open(BundledRecording.directory());

    assertThat(reader.recording().problems()).isEmpty();
    assertThat(reader.recording().notices()).isEmpty();
    assertThat(reader.forEach(1, machine -> machine.observation().observations(), samples -> {}))
        .isEqualTo(List.of());
  }

  @Test
  void isReadOftenWithoutBeingOpenedAgain() {
    assertThat(BundledRecording.directory()).isSameAs(BundledRecording.directory());
  }
}
