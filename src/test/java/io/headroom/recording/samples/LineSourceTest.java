package io.headroom.recording.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.testing.Seeds;
import io.headroom.testing.TestStreams;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineSourceTest {

  private static final int EIGHT_MIB = 8 * 1024 * 1024;

  @Test
  void splitsAtLineFeedsAndKeepsBlankLines() {
    assertThat(texts("a\n\nb\n")).containsExactly("a", "", "b");
  }

  @Test
  void needsNoLineFeedAtTheEnd() {
    assertThat(texts("a\nb")).containsExactly("a", "b");
  }

  @Test
  void leavesOutCarriageReturnsAtLineEndsAlone() {
    assertThat(texts("a\r\nb\rc\r\n\r\n")).containsExactly("a", "b\rc", "");
  }

  @Test
  void leavesOutAByteOrderMarkBeforeTheFirstLineAlone() {
    assertThat(texts("\uFEFFa\n\uFEFFb\n")).containsExactly("a", "\uFEFFb");
  }

  @Test
  void countsLinesFromOne() {
    assertThat(lines(stream("a\n\nb"))).extracting(Line::number).containsExactly(1L, 2L, 3L);
  }

  @Test
  void findsTheSameLinesHoweverTheStreamIsCut() {
    Seeds.forEach(
        30,
        random -> {
          List<String> expected = new ArrayList<>();
          for (int i = 0; i < 40; i++) {
            expected.add("x".repeat(random.nextInt(random.nextBoolean() ? 10 : 100_000)) + i);
          }
          InputStream whole = stream(String.join("\n", expected) + "\n");
          InputStream dribbling =
              new InputStream() {
                @Override
                public int read() throws IOException {
                  return whole.read();
                }

                @Override
                public int read(byte[] into, int offset, int most) throws IOException {
                  return whole.read(into, offset, Math.min(most, 1 + random.nextInt(200_000)));
                }
              };
          assertThat(lines(dribbling)).extracting(LineSourceTest::text).isEqualTo(expected);
        });
  }

  @Test
  void handsOutALineOfEightMebibytesWhole() {
    List<Line> lines = lines(longLines(EIGHT_MIB));
    assertThat(lines).extracting(Line::isBeginning).containsExactly(false, false, false);
    assertThat(lines.get(1).bytes()).hasSize(EIGHT_MIB);
  }

  @Test
  void handsOutTheBeginningOfALongerLine() {
    for (int length : new int[] {EIGHT_MIB + 1, EIGHT_MIB + 2, 2 * EIGHT_MIB + 12345}) {
      List<Line> lines = lines(longLines(length));
      assertThat(lines).extracting(Line::isBeginning).containsExactly(false, true, false);
      assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L);
      assertThat(lines.get(1).bytes()).hasSize(1024).containsOnly('7');
      assertThat(text(lines.get(2))).isEqualTo("after");
    }
  }

  @Test
  void skipsALineOfHalfAGigabyteInBoundedMemory() throws IOException {
    // the heap of the tests would hold it, so what is held is looked at: one buffer of 8 MiB and
    // what is read ahead
    try (LineSource source = new LineSource(longLines(500_000_000))) {
      assertThat(source.next()).isPresent();
      assertThat(source.next()).get().extracting(Line::isBeginning).isEqualTo(true);
      assertThat(source.bufferSize()).isLessThan(9 * 1024 * 1024);
      assertThat(source.next().map(LineSourceTest::text)).contains("after");
      assertThat(source.next()).isEmpty();
    }
  }

  @Test
  void handsOutWhatCameBeforeAFailureAndTheBrokenLineAsABeginning() throws IOException {
    EOFException failure = new EOFException("Unexpected end of ZLIB input stream");
    InputStream in = TestStreams.failingAfter("a\nb\nc,half".getBytes(UTF_8), failure);
    try (LineSource source = new LineSource(in)) {
      assertThat(source.next().map(LineSourceTest::text)).contains("a");
      assertThat(source.next().map(LineSourceTest::text)).contains("b");
      assertThat(source.failure()).isEmpty();
      Line broken = source.next().orElseThrow();
      assertThat(text(broken)).isEqualTo("c,half");
      assertThat(broken.isBeginning()).isTrue();
      assertThat(source.failure()).contains(failure);
      assertThat(source.number()).isEqualTo(3);
      assertThat(source.next()).isEmpty();
    }
  }

  @Test
  void endsWhenTheStreamFailsInsideALongLine() throws IOException {
    InputStream in =
        new SequenceInputStream(
            TestStreams.repeating('7', 10_000_000),
            TestStreams.failingAfter(new byte[0], new IOException("disk on fire")));
    try (LineSource source = new LineSource(in)) {
      assertThat(source.next()).get().extracting(Line::isBeginning).isEqualTo(true);
      assertThat(source.next()).isEmpty();
      assertThat(source.failure()).isPresent();
    }
  }

  private static InputStream longLines(long length) {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(stream("before\n"), TestStreams.repeating('7', length), stream("\nafter\n"))));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static List<String> texts(String text) {
    return lines(stream(text)).stream().map(LineSourceTest::text).toList();
  }

  private static String text(Line line) {
    return new String(line.bytes(), UTF_8);
  }

  private static List<Line> lines(InputStream in) {
    List<Line> lines = new ArrayList<>();
    LineSource source = new LineSource(in);
    for (Optional<Line> line = source.next(); line.isPresent(); line = source.next()) {
      lines.add(line.get());
    }
    return lines;
  }
}
