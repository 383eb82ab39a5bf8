package io.headroom.report;

import io.headroom.model.machine.Placement;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One verdict with all of its evidence, as text for people: nothing is left to trust. */
public final class Explanation {

  /** Said where the number stands that they are about. */
  private static final Set<NoticeKind> SAID_ELSEWHERE =
      EnumSet.of(
          NoticeKind.NOT_REDUCED,
          NoticeKind.NAMED_PEAK,
          NoticeKind.NOT_COLLECTED,
          NoticeKind.BUFFER_POOL,
          NoticeKind.IDLE_ADVICE,
          NoticeKind.DEMAND_AT_LEAST);

  private Explanation() {}

  /**
   * Returns the text, lines separated by newlines, ending with one.
   *
   * @param policyReason why that policy is for the machine, in words
   */
  public static String of(Verdict verdict, String policyReason) {
    Page page = new Page();
    page.text(
        PlainText.forTerminal(Column.nameOf(verdict.instance()))
            + " – "
            + FindingWords.headline(verdict));
    page.text(Because.of(verdict));
    page.gap();
    machine(page, verdict, policyReason);
    verdict.demand().ifPresent(demands -> DemandText.write(page, demands));
    verdict.required().ifPresent(required -> RequiredText.write(page, verdict, required));
    verdict.workers().ifPresent(advice -> WorkerText.write(page, advice));
    OptionText.write(page, verdict);
    RejectedText.write(page, verdict);
    notices(page, verdict);
    return page.toString();
  }

  private static void machine(Page page, Verdict verdict, String policyReason) {
    Placement placement = verdict.instance().placement();
    page.line(
        "machine",
        PlainText.forTerminal(verdict.instance().id())
            + ", "
            + placement.provider().id()
            + " "
            + PlainText.forTerminal(placement.zone().orElse(placement.region())));
    page.line(
        "now",
        PlainText.forTerminal(verdict.current().instanceType())
            + verdict
                .current()
                .offering()
                .map(offering -> " (" + OptionText.size(offering.type()) + ")")
                .orElse("")
            + verdict
                .current()
                .price()
                .map(price -> ", " + Amounts.shown(price) + " a month")
                .orElse(", no price")
            + verdict
                .current()
                .risk()
                .map(risk -> ", performance risk " + risk.level() + " of 4")
                .orElse(""));
    page.line("policy", PlainText.forTerminal(policyReason));
    page.line("as of", Words.of(verdict.asOf()));
  }

  private static void notices(Page page, Verdict verdict) {
    List<Notice> notices =
        verdict.notices().stream()
            .filter(notice -> !SAID_ELSEWHERE.contains(notice.kind()))
            .toList();
    if (!notices.isEmpty()) {
      page.section("Also");
      notices.forEach(notice -> page.indented(PlainText.forTerminal(notice.text())));
    }
  }
}
