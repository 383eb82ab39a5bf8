package io.headroom.recording.trace;

import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Keeps series in a temporary file, from where they are read in any order: a trace has its rows in
 * the order it likes, a recording has them by machine. The file is gone when it is closed.
 */
final class SeriesSpool implements Closeable {

  private final FileChannel channel;
  private long end;

  private SeriesSpool(FileChannel channel) {
    this.channel = channel;
  }

  static SeriesSpool open() throws IOException {
    return new SeriesSpool(
        FileChannel.open(
            Files.createTempFile("headroom-series-", ".spool"),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** Where a series is kept. */
  record Kept(Metric metric, SampleUnit unit, Instant start, int step, int slots, long offset) {

    /** Returns the end of the last slot. */
    Instant end() {
      return start.plusSeconds((long) step * slots);
    }
  }

  Kept keep(Series series) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(series.slots(), Float.BYTES));
    for (int slot = 0; slot < series.slots(); slot++) {
      bytes.putFloat(series.observed(slot) ? series.value(slot) : Series.gap());
    }
    bytes.flip();
    long offset = end;
    while (bytes.hasRemaining()) {
      end += channel.write(bytes, end);
    }
    return new Kept(
        series.metric(),
        series.unit(),
        Instant.ofEpochSecond(series.startEpochSecond()),
        series.stepSeconds(),
        series.slots(),
        offset);
  }

  Series read(Kept kept) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(kept.slots() * Float.BYTES);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, kept.offset() + bytes.position()) < 0) {
        throw new EOFException("the temporary file is shorter than what was written to it");
      }
    }
    float[] values = new float[kept.slots()];
    bytes.flip().asFloatBuffer().get(values);
    return Series.adopting(kept.metric(), kept.unit(), kept.start(), kept.step(), values);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
