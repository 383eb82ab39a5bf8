package io.headroom.store.sql;

import io.headroom.ledger.problem.LedgerException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes packed by Deflate, with their number before them. The same bytes give the same bytes. */
public final class Packed {

  private static final int LARGEST = 1 << 28;

  private Packed() {}

  /** Packs bytes. */
  public static byte[] of(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, /* nowrap= */ true);
    try {
      deflater.setInput(plain);
      deflater.finish();
      byte[] packed = new byte[Integer.BYTES + plain.length + plain.length / 1000 + 64];
      ByteBuffer.wrap(packed).putInt(plain.length);
      int length = deflater.deflate(packed, Integer.BYTES, packed.length - Integer.BYTES);
      return Arrays.copyOf(packed, Integer.BYTES + length);
    } finally {
      deflater.end();
    }
  }

  /**
   * Unpacks bytes.
   *
   * @throws LedgerException if they were not packed here or are damaged
   */
  public static byte[] unpacked(byte[] packed) {
    Inflater inflater = new Inflater(/* nowrap= */ true);
    try {
      int length = packed.length < Integer.BYTES ? -1 : ByteBuffer.wrap(packed).getInt();
      if (length < 0 || length > LARGEST) {
        throw damaged();
      }
      byte[] plain = new byte[length];
      inflater.setInput(packed, Integer.BYTES, packed.length - Integer.BYTES);
      int read = 0;
      while (read < length) {
        int more = inflater.inflate(plain, read, length - read);
        if (more == 0) {
          throw damaged();
        }
        read += more;
      }
      return plain;
    } catch (DataFormatException e) {
      throw damaged();
    } finally {
      inflater.end();
    }
  }

  private static LedgerException damaged() {
    return new LedgerException("Cannot read the store: packed bytes are damaged; restore a backup");
  }
}
