package io.headroom.policy.file;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.model.policy.ChangeRule;
import io.headroom.model.policy.StepLimit;
import io.headroom.policy.quantity.Money;
import io.headroom.policy.quantity.QuantityForm;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the section {@code change}. */
final class ChangeReader {

  private ChangeReader() {}

  static ChangeRule read(Section section) {
    return new ChangeRule(
        section.choice("step", StepLimit.class),
        section.read("cool_down", QuantityForm.DURATION),
        section.read("minimum_saving", QuantityForm.SHARE),
        amounts(section),
        new TreeSet<>(section.texts("opt_out_tags")));
  }

  private static SortedMap<String, BigDecimal> amounts(Section section) {
    SortedMap<String, BigDecimal> amounts = new TreeMap<>();
    for (DocumentNode entry : section.entries("minimum_amounts")) {
      QuantityForm<Money> form = QuantityForm.MONEY;
      Money money =
          entry.asScalar().as(form.expected(), text -> form.read("minimum_amounts", text));
      String currency = money.currency().getCurrencyCode();
      if (amounts.putIfAbsent(currency, money.amount()) != null) {
        throw new DocumentException(entry.unexpected("one amount for " + currency));
      }
    }
    return amounts;
  }
}
