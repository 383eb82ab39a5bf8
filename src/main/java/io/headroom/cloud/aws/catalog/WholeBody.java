package io.headroom.cloud.aws.catalog;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that must have as many bytes as were announced: a connection that closes early looks like
 * the end of the file, and a price list that was cut between two rows looks whole.
 */
final class WholeBody extends FilterInputStream {

  private final long announced;
  private long seen;

  WholeBody(InputStream body, long announced) {
    super(body);
    this.announced = announced;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    return (int) counted(value < 0 ? -1 : 1) < 0 ? -1 : value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return (int) counted(super.read(target, offset, length));
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    seen += skipped;
    return skipped;
  }

  /** A place to go back to would make the count wrong. */
  @Override
  public boolean markSupported() {
    return false;
  }

  private long counted(long bytes) throws IOException {
    if (bytes < 0 && seen != announced) {
      throw new EOFException("it ended after " + seen + " of " + announced + " bytes");
    }
    seen += Math.max(0, bytes);
    return bytes;
  }
}
