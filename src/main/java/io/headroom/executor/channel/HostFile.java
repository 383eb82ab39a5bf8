package io.headroom.executor.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A file of a host as it was when it was read.
 *
 * @param mode its mode, such as {@code 0644}
 * @param digest SHA-256 of its bytes, in hexadecimal
 */
public record HostFile(String mode, String digest, ByteBuffer bytes) {

  /** Makes the bytes unchangeable. */
  public HostFile {
    bytes = bytes.asReadOnlyBuffer();
  }

  /** Returns the bytes as UTF-8. */
  public String text() {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }
}
