package io.headroom.oracle;

import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.SustainedUse;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.Provider;
import io.headroom.model.policy.CandidateRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which types may be recommended at all, and what they cost. */
final class Market {

  private static final BigDecimal HOURS = BigDecimal.valueOf(730);
  private static final double FULL = 0.95;

  private final Question question;
  private final InstanceType present;
  private final CandidateRule rule;

  Market(Question question) {
    this.question = question;
    this.present = question.present();
    this.rule = question.policy().candidates();
  }

  static double sustained(InstanceType type) {
    return type.burst()
        .map(
            burst ->
                burst.match(
                    credits -> Rounding.vcpus(credits.earnedPerHour() / 60),
                    shared -> shared.sustained().value()))
        .orElse(type.vcpus().value());
  }

  static boolean isSharedCore(InstanceType type) {
    return type.burst().filter(Burst.SharedCore.class::isInstance).isPresent();
  }

  /** All vCPUs count, but on a shared core only what can be used for ever. */
  static double counted(InstanceType type) {
    return isSharedCore(type) ? sustained(type) : type.vcpus().value();
  }

  static String letters(String family) {
    return family.replaceFirst("[^a-z].*$", "");
  }

  /** Whether the candidate rules let {@code type} in. */
  boolean admits(InstanceType type) {
    if (type.name().equals(present.name())) {
      return true;
    }
    Set<Trait> traits = type.traits();
    Set<Trait> own = present.traits();
    boolean metal = traits.contains(Trait.BARE_METAL) && !own.contains(Trait.BARE_METAL);
    boolean accelerator = traits.contains(Trait.ACCELERATOR) || own.contains(Trait.ACCELERATOR);
    boolean disk = traits.contains(Trait.LOCAL_DISK) && !own.contains(Trait.LOCAL_DISK);
    boolean burst =
        type.burst().isPresent() && present.burst().isEmpty() && !rule.burst().allowed();
    if (metal || accelerator || disk || burst || !runs(type)) {
      return false;
    }
    return type.provider() == Provider.AWS ? admitsEc2(type) : admitsSeries(type.family());
  }

  private boolean runs(InstanceType type) {
    Set<Architecture> now =
        question.instance().hardware().architecture().map(Set::of).orElse(present.architectures());
    return rule.architectureChange() || now.stream().anyMatch(type.architectures()::contains);
  }

  private boolean admitsEc2(InstanceType type) {
    boolean old = type.traits().contains(Trait.PREVIOUS_GENERATION) || type.family().equals("t1");
    boolean flex = type.traits().contains(Trait.FLEX) && !rule.flex();
    if (old || flex) {
      return false;
    }
    String letters = letters(type.family());
    boolean family =
        rule.categories().contains(letters) || letters.equals(letters(present.family()));
    boolean modern = type.generation() >= present.generation() || type.generation() >= 5;
    return type.burst().isPresent() || (family && modern);
  }

  boolean admitsSeries(String series) {
    String own = Set.of("f1", "g1").contains(present.family()) ? "n1" : present.family();
    String other = Set.of("f1", "g1").contains(series) ? "n1" : series;
    if (own.equals(other)) {
      return true;
    }
    return rule.series().contains(series) && !(own.equals("n2") && other.equals("n1"));
  }

  /** Returns the price of a month without surplus credits, if there is a price. */
  Optional<BigDecimal> price(Offering offering) {
    return offering.price().map(hourly -> month(hourly.amount(), offering.discount()));
  }

  BigDecimal price(CustomShapes shapes, int vcpus, long memory) {
    var parts = shapes.prices().orElseThrow();
    BigDecimal hourly =
        parts
            .vcpu()
            .amount()
            .multiply(BigDecimal.valueOf(vcpus))
            .add(
                parts
                    .gib()
                    .amount()
                    .multiply(BigDecimal.valueOf(memory))
                    .divide(BigDecimal.valueOf(1024)));
    return month(hourly, shapes.discount());
  }

  private BigDecimal month(BigDecimal hourly, SustainedUse discount) {
    double running = question.running();
    if (running >= FULL) {
      return hourly.multiply(HOURS).multiply(fullMonth(discount));
    }
    // quarter by quarter of the month, each at its own rate
    BigDecimal paid = BigDecimal.ZERO;
    List<String> rates = rates(discount);
    for (int quarter = 0; quarter < rates.size(); quarter++) {
      double inside = Math.min(0.25, Math.max(0, running - 0.25 * quarter));
      paid = paid.add(new BigDecimal(rates.get(quarter)).multiply(BigDecimal.valueOf(inside)));
    }
    return hourly.multiply(HOURS).multiply(paid, MathContext.DECIMAL128);
  }

  private static BigDecimal fullMonth(SustainedUse discount) {
    return switch (discount) {
      case NONE -> BigDecimal.ONE;
      case UP_TO_30 -> new BigDecimal("0.7");
      case UP_TO_20 -> new BigDecimal("0.8002");
      case UP_TO_20_CUSTOM -> new BigDecimal("0.8");
    };
  }

  private static List<String> rates(SustainedUse discount) {
    return switch (discount) {
      case NONE -> List.of("1", "1", "1", "1");
      case UP_TO_30 -> List.of("1", "0.8", "0.6", "0.4");
      case UP_TO_20, UP_TO_20_CUSTOM -> List.of("1", "0.8678", "0.733", "0.6");
    };
  }
}
