package io.headroom.report.page;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/** The pages of a large report, with some machines each, in the order in which they come. */
final class DetailPages {

  /** Few enough that a page opens at once. */
  private static final int MACHINES_EACH = 20;

  private final Annex annex;
  private final PageFrame frame;
  private final String title;
  private Optional<Writer> page = Optional.empty();

  DetailPages(Annex annex, PageFrame frame, String title) {
    this.annex = annex;
    this.frame = frame;
    this.title = title;
  }

  /** Whether there is a place for them. */
  boolean exist() {
    return annex.folder().isPresent();
  }

  /** Returns the path of a machine's page, relative to the list. */
  String pathOf(int number) {
    return annex.folder().orElseThrow() + "/" + name(number);
  }

  private static String name(int number) {
    return String.format(
        Locale.ROOT, "machines-%05d.html", (number - 1) / MACHINES_EACH * MACHINES_EACH + 1);
  }

  /** Adds machines in the order of their numbers, which start at 1. */
  void add(int number, String html) throws IOException {
    if ((number - 1) % MACHINES_EACH == 0) {
      finish();
      Writer started = annex.create(name(number));
      page = Optional.of(started);
      frame.begin(started, title);
    }
    page.orElseThrow().write(html);
  }

  /** Ends the last page. */
  void finish() throws IOException {
    if (page.isPresent()) {
      frame.end(page.get());
      page.get().close();
      page = Optional.empty();
    }
  }
}
