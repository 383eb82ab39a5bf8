package io.headroom.store.series;

import io.headroom.ledger.problem.LedgerException;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Packs the samples of one metric and day, bit for bit. Neighbouring values mostly differ in few
 * bits, and in the same ones: each value is combined with the one before it by exclusive or, then
 * the first bytes of all values are put together, the second bytes, and so on, which Deflate packs
 * well. What it does not make smaller stays as it is.
 *
 * <p>The bytes: one that says how the rest is packed; then for each part its unit, step, start
 * within the day, number of slots and values. A slot belongs to the day in which it starts.
 */
final class DayCodec implements AutoCloseable {

  /** Seconds of a day. */
  static final int DAY = 86_400;

  private static final byte DEFLATED = 1;
  private static final byte PLAIN = 2;
  private static final int PART_HEAD = 1 + 3 * Integer.BYTES;
  private static final int HEAD = 1 + Integer.BYTES;

  /** A second is the shortest step, and parts may follow each other on several grids. */
  private static final int LARGEST = 1 << 22;

  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, /* nowrap= */ true);
  private final Inflater inflater = new Inflater(/* nowrap= */ true);

  /** Returns the bytes of parts that start in a day, in the order of time. */
  byte[] packed(List<Series> parts, long day) {
    int size = parts.stream().mapToInt(part -> PART_HEAD + part.slots() * Float.BYTES).sum();
    ByteBuffer plain = ByteBuffer.allocate(size);
    for (Series part : parts) {
      plain.put((byte) MetricCode.of(part.unit()));
      plain.putInt(part.stepSeconds());
      plain.putInt(Math.toIntExact(part.startEpochSecond() - day * DAY));
      plain.putInt(part.slots());
      plain.put(planes(part));
    }
    return deflated(plain.array());
  }

  private static byte[] planes(Series part) {
    int slots = part.slots();
    byte[] planes = new byte[slots * Float.BYTES];
    int before = 0;
    for (int slot = 0; slot < slots; slot++) {
      int bits = Float.floatToRawIntBits(part.observed(slot) ? part.value(slot) : Series.gap());
      int change = bits ^ before;
      before = bits;
      planes[slot] = (byte) (change >>> 24);
      planes[slots + slot] = (byte) (change >>> 16);
      planes[2 * slots + slot] = (byte) (change >>> 8);
      planes[3 * slots + slot] = (byte) change;
    }
    return planes;
  }

  private byte[] deflated(byte[] plain) {
    byte[] packed = new byte[HEAD + plain.length];
    ByteBuffer.wrap(packed).put(DEFLATED).putInt(plain.length);
    deflater.reset();
    deflater.setInput(plain);
    deflater.finish();
    int length = deflater.deflate(packed, HEAD, plain.length);
    if (deflater.finished()) {
      return Arrays.copyOf(packed, HEAD + length);
    }
    packed[0] = PLAIN;
    System.arraycopy(plain, 0, packed, HEAD, plain.length);
    return packed;
  }

  /**
   * Returns the parts of a day, in the order of time.
   *
   * @throws LedgerException if the bytes are damaged or a newer program wrote them
   */
  List<Series> parts(Metric metric, long day, byte[] packed) {
    try {
      ByteBuffer plain = ByteBuffer.wrap(plain(packed));
      List<Series> parts = new ArrayList<>(1);
      while (plain.hasRemaining()) {
        parts.add(part(metric, day, plain));
      }
      return parts;
    } catch (BufferUnderflowException | IllegalArgumentException | DataFormatException e) {
      throw new LedgerException(
          "Cannot read " + metric.id() + " of day " + day + ": its bytes are damaged", e);
    }
  }

  private static Series part(Metric metric, long day, ByteBuffer plain) {
    int unit = plain.get();
    int step = plain.getInt();
    int start = plain.getInt();
    int slots = plain.getInt();
    if (slots < 0 || slots > plain.remaining() / Float.BYTES) {
      throw new IllegalArgumentException("more slots than bytes");
    }
    byte[] planes = new byte[slots * Float.BYTES];
    plain.get(planes);
    float[] values = new float[slots];
    int bits = 0;
    for (int slot = 0; slot < slots; slot++) {
      bits ^=
          planes[slot] << 24
              | (planes[slots + slot] & 0xff) << 16
              | (planes[2 * slots + slot] & 0xff) << 8
              | (planes[3 * slots + slot] & 0xff);
      values[slot] = Float.intBitsToFloat(bits);
    }
    Instant from = Instant.ofEpochSecond(day * DAY + start);
    return Series.adopting(metric, MetricCode.unit(unit), from, step, values);
  }

  private byte[] plain(byte[] packed) throws DataFormatException {
    ByteBuffer head = ByteBuffer.wrap(packed);
    byte form = head.get();
    int length = head.getInt();
    if (length < 0 || length > LARGEST) {
      throw new DataFormatException("length " + length);
    }
    if (form == PLAIN && packed.length == HEAD + length) {
      return Arrays.copyOfRange(packed, HEAD, packed.length);
    }
    byte[] plain = new byte[length];
    inflater.reset();
    inflater.setInput(packed, HEAD, packed.length - HEAD);
    if (form != DEFLATED || inflater.inflate(plain) != length) {
      throw new DataFormatException("form " + form);
    }
    return plain;
  }

  @Override
  public void close() {
    deflater.end();
    inflater.end();
  }
}
