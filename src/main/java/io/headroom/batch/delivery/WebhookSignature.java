package io.headroom.batch.delivery;

import io.headroom.configuration.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests so that the receiver knows who sent them and when: HMAC-SHA256 over {@code
 * id.time.body}. Source: Standard Webhooks, specification 1.0.
 */
final class WebhookSignature {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  /** Shorter keys can be guessed. Source: Standard Webhooks, "24 to 64 bytes". */
  private static final int SHORTEST_KEY = 24;

  private final SecretKeySpec key;

  private WebhookSignature(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Signs with a key.
   *
   * @throws IllegalArgumentException if it is not {@code whsec_} and at least 24 bytes in base64;
   *     the message does not show it
   */
  static WebhookSignature with(Secret secret) {
    String text = secret.reveal();
    byte[] key = text.startsWith(PREFIX) ? decoded(text.substring(PREFIX.length())) : new byte[0];
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "expected whsec_ and " + SHORTEST_KEY + " bytes or more in base64");
    }
    return new WebhookSignature(key);
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** Returns the headers of a request. */
  SortedMap<String, String> headers(String id, Instant time, String body) {
    String seconds = String.valueOf(time.getEpochSecond());
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", seconds);
    headers.put("webhook-signature", "v1," + code(id + "." + seconds + "." + body));
    return headers;
  }

  private String code(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
