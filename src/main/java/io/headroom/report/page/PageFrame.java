package io.headroom.report.page;

import io.quarkus.qute.Template;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * Beginning and end of every page. A page asks for nothing outside of itself and runs nothing but
 * its own script: its security policy names both by their hashes, so that nothing that slips into
 * it could do otherwise.
 */
final class PageFrame {

  private final String style = Templates.resource("report.css");
  private final String script = Templates.resource("report.js");
  private final String security =
      "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src '"
          + hash(style)
          + "'; script-src '"
          + hash(script)
          + "'";
  private final Template head;
  private final Template foot;

  PageFrame(Templates templates) {
    head = templates.named("head.html");
    foot = templates.named("foot.html");
  }

  void begin(Writer out, String title) throws IOException {
    Templates.write(head, Map.of("title", title, "style", style, "security", security), out);
  }

  void end(Writer out) throws IOException {
    Templates.write(foot, Map.of("script", script), out);
  }

  /** Returns the hash by which a security policy allows an inline text. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
