package io.headroom.cloud.aws.ssm;

import io.headroom.executor.channel.HostChannel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Unpacks what a host printed. */
final class PackedOutput {

  private PackedOutput() {}

  /** Returns the text; nothing if it is more than an action prints or did not come over whole. */
  static Optional<String> text(String packed) {
    try (InputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed.strip())))) {
      byte[] bytes = in.readNBytes(HostChannel.MOST_OUTPUT + 1);
      return bytes.length > HostChannel.MOST_OUTPUT
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
