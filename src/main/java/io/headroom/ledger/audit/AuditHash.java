package io.headroom.ledger.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headroom.ledger.content.Content;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The hash of an entry: SHA-256 over each text with its length in bytes before it, four bytes, most
 * significant first. With the lengths no two entries give the same bytes.
 */
final class AuditHash {

  private AuditHash() {}

  static String of(String previousHash, long number, AuditEvent event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part :
        List.of(
            previousHash,
            String.valueOf(number),
            event.at().toString(),
            event.actor(),
            event.action(),
            event.subject(),
            event.details())) {
      byte[] text = part.getBytes(UTF_8);
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
      bytes.writeBytes(text);
    }
    return Content.of(bytes.toByteArray()).sha256();
  }
}
