package io.headroom.host.channel;

import io.headroom.executor.channel.HostChannel;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps what a command prints, up to a limit; what comes after is counted as too much and dropped.
 */
public final class CappedOutput extends OutputStream {

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean flooded;

  @Override
  public synchronized void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    int room = Math.min(length, HostChannel.MOST_OUTPUT - kept.size());
    kept.write(bytes, offset, room);
    flooded = flooded || room < length;
  }

  /** Whether more came than is kept. */
  public synchronized boolean isFlooded() {
    return flooded;
  }

  /** Returns what was kept, as UTF-8. */
  public synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
