package io.headroom.recording.samples;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits a stream into lines in bounded memory, whatever comes. A byte order mark before the first
 * line and a carriage return at the end of a line are no part of it. When the stream fails, what
 * was read so far is handed out first, the last line as a beginning.
 */
final class LineSource implements Closeable {

  private static final int BLOCK = 1 << 18;

  /** Enough of a line that is too long to see whose it is. */
  private static final int KEPT = 1024;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private byte[] buffer = new byte[BLOCK];
  private int from;
  private int limit;
  private long number;
  private Optional<IOException> failure = Optional.empty();

  LineSource(InputStream in) {
    this.in = in;
  }

  /** Returns the next line; nothing at the end of the stream, or where it failed. */
  Optional<Line> next() {
    int scanned = 0;
    while (true) {
      int end = newline(from + scanned);
      if (end >= 0) {
        return Optional.of(lineUntil(end, end + 1));
      }
      scanned = limit - from;
      if (scanned > RowLimits.MAX_LINE + 1) {
        return Optional.of(beginningOfLongLine());
      }
      if (!fill()) {
        return scanned == 0 ? Optional.empty() : Optional.of(lineUntil(limit, limit));
      }
    }
  }

  /** Returns why the stream ended too early; nothing as long as it did not. */
  Optional<IOException> failure() {
    return failure;
  }

  /** Returns the number of the line that was handed out last; 0 before the first. */
  long number() {
    return number;
  }

  /** Returns how many bytes are held at most. */
  int bufferSize() {
    return buffer.length;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private Line lineUntil(int end, int next) {
    number++;
    int start = number == 1 ? from + markLength() : from;
    int stop = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
    from = next;
    if (stop - start > RowLimits.MAX_LINE) {
      return Line.beginning(number, Arrays.copyOfRange(buffer, start, start + KEPT));
    }
    byte[] bytes = Arrays.copyOfRange(buffer, start, stop);
    boolean brokenOff = end == next && failure.isPresent();
    return brokenOff ? Line.beginning(number, bytes) : Line.whole(number, bytes);
  }

  private Line beginningOfLongLine() {
    number++;
    Line line = Line.beginning(number, Arrays.copyOfRange(buffer, from, from + KEPT));
    from = limit;
    while (fill()) {
      int end = newline(from);
      from = end < 0 ? limit : end + 1;
      if (end >= 0) {
        break;
      }
    }
    return line;
  }

  private int markLength() {
    int length = BYTE_ORDER_MARK.length;
    boolean marked =
        limit - from >= length
            && Arrays.equals(buffer, from, from + length, BYTE_ORDER_MARK, 0, length);
    return marked ? length : 0;
  }

  private int newline(int start) {
    byte[] bytes = buffer;
    int end = limit;
    for (int at = start; at < end; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /** Reads more behind what is left; returns whether something came. */
  private boolean fill() {
    System.arraycopy(buffer, from, buffer, 0, limit - from);
    limit -= from;
    from = 0;
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, RowLimits.MAX_LINE + BLOCK));
    }
    try {
      int read = failure.isPresent() ? -1 : in.read(buffer, limit, buffer.length - limit);
      limit += Math.max(0, read);
      return read > 0;
    } catch (IOException e) {
      failure = Optional.of(e);
      return false;
    }
  }
}
