package io.headroom.engine.candidate;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.Provider;
import io.headroom.model.policy.CandidateRule;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Which types may be recommended for a machine at all, from its present type and the policy. */
final class Eligibility {

  /** Types older than this are left alone only by machines that are older still. */
  private static final int MODERN_GENERATION = 5;

  private final InstanceType present;
  private final String presentCategory;
  private final Set<Architecture> architectures;
  private final CandidateRule rule;
  private final boolean burstAllowed;

  Eligibility(InstanceType present, Optional<Architecture> architecture, CandidateRule rule) {
    this.present = present;
    this.presentCategory = present.category();
    this.architectures = architecture.map(Set::of).orElse(present.architectures());
    this.rule = rule;
    this.burstAllowed = rule.burst().allowed() || present.isBurstable();
  }

  /**
   * Returns the rule that leaves {@code type} out, or nothing. The present type is never left out.
   */
  Optional<ExclusionRule> exclusion(InstanceType type) {
    if (type.name().equals(present.name())) {
      return Optional.empty();
    }
    if (type.is(Trait.BARE_METAL) && !present.is(Trait.BARE_METAL)) {
      return Optional.of(ExclusionRule.BARE_METAL);
    }
    if (type.is(Trait.ACCELERATOR) || present.is(Trait.ACCELERATOR)) {
      // nobody observed the accelerator, so a machine that has one keeps its type
      return Optional.of(ExclusionRule.ACCELERATOR);
    }
    if (!rule.architectureChange() && !runsPresentSoftware(type)) {
      return Optional.of(ExclusionRule.ARCHITECTURE);
    }
    if (type.isBurstable() && !burstAllowed) {
      return Optional.of(ExclusionRule.BURSTABLE);
    }
    if (type.is(Trait.LOCAL_DISK) && !present.is(Trait.LOCAL_DISK)) {
      return Optional.of(ExclusionRule.LOCAL_DISK);
    }
    return type.provider() == Provider.AWS ? ec2(type) : gce(type);
  }

  private boolean runsPresentSoftware(InstanceType type) {
    return !Collections.disjoint(type.architectures(), architectures);
  }

  private Optional<ExclusionRule> ec2(InstanceType type) {
    if (type.is(Trait.PREVIOUS_GENERATION) || type.family().equals("t1")) {
      return Optional.of(ExclusionRule.PREVIOUS_GENERATION);
    }
    if (type.is(Trait.FLEX) && !rule.flex()) {
      return Optional.of(ExclusionRule.FLEX);
    }
    if (type.isBurstable()) {
      return Optional.empty();
    }
    if (!type.isOf(presentCategory) && !isWanted(type)) {
      return Optional.of(ExclusionRule.FAMILY);
    }
    return type.generation() < Math.min(present.generation(), MODERN_GENERATION)
        ? Optional.of(ExclusionRule.OLDER_GENERATION)
        : Optional.empty();
  }

  private boolean isWanted(InstanceType type) {
    for (String category : rule.categories()) {
      if (type.isOf(category)) {
        return true;
      }
    }
    return false;
  }

  private Optional<ExclusionRule> gce(InstanceType type) {
    return allowsSeries(type.family()) ? Optional.empty() : Optional.of(ExclusionRule.SERIES);
  }

  /** Whether a GCE series may be recommended: the machine's own, or one the policy names. */
  boolean allowsSeries(String series) {
    String own = firstGeneration(present.family());
    String other = firstGeneration(series);
    boolean backwards = own.equals("n2") && other.equals("n1");
    return own.equals(other) || (rule.series().contains(series) && !backwards);
  }

  /** f1-micro and g1-small are N1's shared-core types under an older name. */
  private static String firstGeneration(String series) {
    return series.equals("f1") || series.equals("g1") ? "n1" : series;
  }
}
