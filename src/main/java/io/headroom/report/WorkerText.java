package io.headroom.report;

import io.headroom.model.verdict.WorkerAdvice;

/** How many workers a machine should run, and what bounds them. */
final class WorkerText {

  private WorkerText() {}

  static void write(FactWriter page, WorkerAdvice advice) {
    page.section("Workers");
    String now = advice.current().isPresent() ? " (now " + advice.current().getAsInt() + ")" : "";
    page.line(
        "web",
        advice.recommended()
            + now
            + ": "
            + Words.of(advice.limitedBy())
            + "; "
            + advice.needed()
            + " needed, "
            + advice.perWorker()
            + " each");
    if (advice.backgroundRecommended().isPresent()) {
      page.line(
          "background",
          advice.backgroundRecommended().getAsInt()
              + " (now "
              + advice.backgroundCurrent().orElse(0)
              + ")");
    }
    advice
        .bufferPool()
        .ifPresent(pool -> page.line("buffer pool", pool + " on the recommended type"));
  }
}
