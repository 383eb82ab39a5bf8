package io.headroom.report;

import io.headroom.model.verdict.Rejection;
import io.headroom.model.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Every cheaper type with the reason why it does not do; types with the same reason together. */
final class RejectedText {

  private RejectedText() {}

  static void write(Page page, Verdict verdict) {
    if (!verdict.rejected().isEmpty()) {
      page.section("Cheaper, but does not do (price per month)");
      byReason(verdict)
          .forEach(
              (reason, types) -> {
                page.indented(reason);
                page.line("", types);
              });
    }
    if (!verdict.excludedByRule().isEmpty()) {
      page.section("Not considered (types by the first rule that leaves them out)");
      page.indented(
          verdict.excludedByRule().entrySet().stream()
              .map(rule -> rule.getKey() + " " + rule.getValue())
              .collect(Collectors.joining(", ")));
    }
  }

  /** The reason of the nearest price first, as the rejections come. */
  private static Map<String, String> byReason(Verdict verdict) {
    return verdict.rejected().stream()
        .collect(
            Collectors.groupingBy(
                rejection -> PlainText.forTerminal(rejection.refusal().text()),
                LinkedHashMap::new,
                Collectors.mapping(RejectedText::priced, Collectors.joining(", "))));
  }

  private static String priced(Rejection rejection) {
    return rejection.instanceType() + " " + Amounts.grouped(rejection.price().rounded());
  }
}
