package io.headroom.collector.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An entry of a journal: samples of a machine, or that a metric of it is answered for a time. In
 * the file it is its length and its check sum, four bytes each, and what it says.
 *
 * @param range the time it is about
 * @param series the samples, if that is what it brings
 */
record JournalEntry(
    String instanceId, Metric metric, TimeRange range, Optional<Series> series, int length) {

  /** Bytes before the content. */
  static final int HEAD = 2 * Integer.BYTES;

  private static final String NO_UNIT = "";

  static JournalEntry samples(String instanceId, Series piece) {
    TimeRange range = range(piece.startEpochSecond(), piece.endEpochSecond());
    return new JournalEntry(instanceId, piece.metric(), range, Optional.of(piece), 0).measured();
  }

  static JournalEntry answered(String instanceId, Metric metric, TimeRange range) {
    return new JournalEntry(instanceId, metric, range, Optional.empty(), 0).measured();
  }

  private JournalEntry measured() {
    return new JournalEntry(instanceId, metric, range, series, HEAD + content());
  }

  private int content() {
    int texts = text(instanceId) + text(metric.id()) + text(unit());
    int values = series.map(piece -> Integer.BYTES + piece.slots() * Float.BYTES).orElse(0);
    return texts + 2 * Long.BYTES + values;
  }

  private static int text(String text) {
    return Integer.BYTES + text.getBytes(UTF_8).length;
  }

  private String unit() {
    return series.map(piece -> piece.unit().id()).orElse(NO_UNIT);
  }

  /** Returns the entry as it stands in the file. */
  ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    bytes.position(HEAD);
    put(bytes, instanceId);
    put(bytes, metric.id());
    put(bytes, unit());
    bytes.putLong(range.start().getEpochSecond()).putLong(range.end().getEpochSecond());
    series.ifPresent(
        piece -> {
          bytes.putInt(piece.stepSeconds());
          for (int slot = 0; slot < piece.slots(); slot++) {
            bytes.putFloat(piece.observed(slot) ? piece.value(slot) : Series.gap());
          }
        });
    bytes.putInt(0, length).putInt(Integer.BYTES, checkSum(bytes));
    return bytes.flip();
  }

  /** Returns how many bytes the entry has that begins so. */
  static int length(ByteBuffer head) {
    return head.getInt(0);
  }

  /** Returns the entry in these bytes, or nothing if they are damaged. */
  static Optional<JournalEntry> of(ByteBuffer bytes) {
    bytes.position(bytes.limit());
    if (bytes.getInt(Integer.BYTES) != checkSum(bytes)) {
      return Optional.empty();
    }
    try {
      bytes.position(HEAD);
      return Optional.of(parsed(bytes));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static JournalEntry parsed(ByteBuffer bytes) {
    String id = text(bytes);
    Metric metric = Metric.ofId(text(bytes)).orElseThrow(IllegalArgumentException::new);
    String unit = text(bytes);
    TimeRange range = range(bytes.getLong(), bytes.getLong());
    if (unit.equals(NO_UNIT)) {
      return answered(id, metric, range);
    }
    int step = bytes.getInt();
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    SampleUnit known = SampleUnit.ofId(unit).orElseThrow(IllegalArgumentException::new);
    return samples(id, Series.adopting(metric, known, range.start(), step, values));
  }

  private static void put(ByteBuffer bytes, String text) {
    byte[] encoded = text.getBytes(UTF_8);
    bytes.putInt(encoded.length).put(encoded);
  }

  private static String text(ByteBuffer bytes) {
    byte[] encoded = new byte[bytes.getInt()];
    bytes.get(encoded);
    return new String(encoded, UTF_8);
  }

  private static TimeRange range(long from, long until) {
    return new TimeRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
  }

  /** Of what stands before the position, the head left aside. */
  private static int checkSum(ByteBuffer bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes.duplicate().flip().position(HEAD));
    return (int) sum.getValue();
  }
}
