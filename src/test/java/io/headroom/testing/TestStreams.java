package io.headroom.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** Streams that no disk has to hold. */
public final class TestStreams {

  private TestStreams() {}

  /** Returns a stream of one byte, {@code length} times. */
  public static InputStream repeating(char character, long length) {
    return new InputStream() {
      private long left = length;

      @Override
      public int read() {
        return left-- > 0 ? character : -1;
      }

      @Override
      public int read(byte[] into, int offset, int most) {
        if (left <= 0) {
          return -1;
        }
        int count = (int) Math.min(left, most);
        Arrays.fill(into, offset, offset + count, (byte) character);
        left -= count;
        return count;
      }
    };
  }

  /** Returns a stream that hands out some bytes, a few at a time, and then fails. */
  public static InputStream failingAfter(byte[] bytes, IOException failure) {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }

          @Override
          public int read(byte[] into, int offset, int most) throws IOException {
            throw failure;
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(bytes), failing);
  }
}
