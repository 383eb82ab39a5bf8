package io.headroom.report.page;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** A page of its own: a comparison of sizes, a backtest. */
public final class DocumentPage {

  private DocumentPage() {}

  /**
   * Writes the page and flushes.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(DocumentView view, Writer out) throws IOException {
    Templates templates = new Templates();
    PageFrame frame = new PageFrame(templates);
    frame.begin(out, view.title());
    Templates.write(templates.named("document.html"), Map.of("it", view), out);
    frame.end(out);
    out.flush();
  }
}
