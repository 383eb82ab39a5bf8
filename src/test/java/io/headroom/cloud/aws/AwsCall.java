package io.headroom.cloud.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call of AWS's API as it comes over HTTP, in the Query protocol or in Smithy RPC v2 CBOR.
 *
 * @param accessKey of whoever signed it
 */
record AwsCall(
    String accessKey, String region, String service, String path, String action, ByteBuffer body) {

  private static final Pattern CREDENTIAL =
      Pattern.compile("Credential=([^/]+)/[0-9]+/([^/]+)/([^/]+)/");
  private static final String CBOR = "/service/";

  static AwsCall of(String path, @Nullable String authorization, byte[] body) {
    Matcher signed = CREDENTIAL.matcher(String.valueOf(authorization));
    if (!signed.find()) {
      throw new IllegalArgumentException("Invalid call: it is not signed");
    }
    String action =
        path.startsWith(CBOR)
            ? path.substring(path.lastIndexOf('/') + 1)
            : form(body).getOrDefault("Action", "none");
    return new AwsCall(
        signed.group(1), signed.group(2), signed.group(3), path, action, ByteBuffer.wrap(body));
  }

  boolean isCbor() {
    return path.startsWith(CBOR);
  }

  /** Returns the account: what stands before the number in its access keys. */
  String account() {
    return accessKey.replaceFirst("-[0-9]+$", "");
  }

  byte[] bytes() {
    byte[] bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    return bytes;
  }

  Map<String, String> form() {
    return form(bytes());
  }

  private static Map<String, String> form(byte[] body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : new String(body, UTF_8).split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        form.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), UTF_8));
      }
    }
    return form;
  }
}
