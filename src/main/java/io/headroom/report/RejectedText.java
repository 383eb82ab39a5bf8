package io.headroom.report;

import io.headroom.model.verdict.Rejection;
import io.headroom.model.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
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
                page.list(types);
              });
    }
    if (!verdict.excludedByRule().isEmpty()) {
      page.section("Not considered (types by the first rule that leaves them out)");
      page.list(
          verdict.excludedByRule().entrySet().stream()
              .map(rule -> rule.getKey() + " " + rule.getValue())
              .toList());
    }
  }

  /** The reason of the nearest price first, as the rejections come. */
  private static Map<String, List<String>> byReason(Verdict verdict) {
    return verdict.rejected().stream()
        .collect(
            Collectors.groupingBy(
                rejection -> PlainText.forTerminal(rejection.refusal().text()),
                LinkedHashMap::new,
                Collectors.mapping(RejectedText::priced, Collectors.toList())));
  }

  private static String priced(Rejection rejection) {
    return rejection.instanceType() + " " + Amounts.grouped(rejection.price().rounded());
  }
}
