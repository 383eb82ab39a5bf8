package io.headroom.policy.file;

import io.headroom.model.machine.CreditMode;
import io.headroom.model.policy.BurstRule;
import io.headroom.model.policy.CandidateRule;
import io.headroom.policy.quantity.QuantityForm;
import java.util.TreeSet;

/** Reads the section {@code candidates}. */
final class CandidateReader {

  private CandidateReader() {}

  static CandidateRule read(Section section) {
    return new CandidateRule(
        new TreeSet<>(section.texts("ec2_families")),
        new TreeSet<>(section.texts("gce_series")),
        section.isTrue("architecture_change"),
        section.isTrue("flex"),
        section.isTrue("custom_shapes"),
        new BurstRule(section.isTrue("burstable"), section.choice("credit_mode", CreditMode.class)),
        section.read("price_tolerance", QuantityForm.SHARE));
  }
}
