package io.headroom.oracle;

import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.unit.Mebibytes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tries every type of the region, and every legal custom shape that comes into question. */
final class Search {

  /** A type the candidate rules let in, with the price of a month and what it fails, if it does. */
  record Tried(InstanceType type, BigDecimal list, Optional<String> fails) {}

  private final Requirement need;
  private final Question question;
  private final InstanceType present;
  private final Market market;
  private final Dimensions dimensions;
  private final Risks risks;
  private final double leastVcpus;
  private final double leastMemory;
  private final Map<String, Tried> tried = new TreeMap<>();
  private final List<Fit> fits = new ArrayList<>();

  private Search(Requirement need, boolean oneSize, StepLimit step) {
    this.need = need;
    question = need.question();
    present = question.present();
    market = new Market(question);
    dimensions = new Dimensions(need);
    risks = new Risks(need);
    boolean half = oneSize || step != StepLimit.NONE;
    leastMemory = half ? present.memory().value() / 2 : 0;
    leastVcpus = oneSize || step == StepLimit.ONE_SIZE ? present.vcpus().value() / 2 : 0;
  }

  /** Tries all; with {@code oneSize} one change goes no further than one size down. */
  static Search of(Requirement need, boolean oneSize, StepLimit step) {
    Search search = new Search(need, oneSize, step);
    search.tryAll();
    return search;
  }

  Map<String, Tried> tried() {
    return tried;
  }

  List<Fit> fits() {
    return fits;
  }

  private void tryAll() {
    for (Offering offering : question.catalog().offerings().values()) {
      Optional<BigDecimal> price = market.price(offering);
      if (price.isPresent() && market.admits(offering.type())) {
        attempt(offering.type(), price.get());
      }
    }
    if (question.policy().candidates().customShapes()) {
      for (CustomShapes shapes : question.catalog().customShapes()) {
        if (shapes.prices().isPresent() && market.admitsSeries(shapes.series())) {
          shapes(shapes, leastVcpus, leastMemory);
          shapes(shapes, 0, 0);
        }
      }
    }
  }

  private void attempt(InstanceType type, BigDecimal list) {
    if (tried.containsKey(type.name())) {
      return;
    }
    Optional<String> fails = dimensions.tooSmall(type);
    if (fails.isEmpty() && type.memory().value() < leastMemory) {
      fails = Optional.of("half of memory");
    } else if (fails.isEmpty() && type.vcpus().value() < leastVcpus) {
      fails = Optional.of("half of vCPUs");
    }
    BigDecimal price = list;
    if (fails.isEmpty() && type.burst().filter(Burst.Credits.class::isInstance).isPresent()) {
      fails = credits(type);
      price = list.add(surplus(type));
    }
    tried.put(type.name(), new Tried(type, list, fails));
    if (fails.isEmpty()) {
      fits.add(new Fit(type, list, price, risks.of(type)));
    }
  }

  /** The machine's own mode, else its family's, else the policy's. */
  private CreditMode mode() {
    Optional<CreditMode> own = question.instance().creditMode();
    if (own.isPresent()) {
      return own.get();
    }
    if (present.burst().isEmpty()) {
      return question.policy().candidates().burst().mode();
    }
    return present.family().equals("t2") ? CreditMode.STANDARD : CreditMode.UNLIMITED;
  }

  private SlowCredits played(InstanceType type) {
    List<double[]> slots =
        need.cpu.orElseThrow().slots().stream()
            .map(slot -> new double[] {slot.start(), slot.seconds(), slot.used()})
            .toList();
    Burst.Credits credits = (Burst.Credits) type.burst().orElseThrow();
    return new SlowCredits(credits, mode(), type.vcpus().value(), question.instance().stopped())
        .play(slots);
  }

  private Optional<String> credits(InstanceType type) {
    if (need.cpu.isEmpty() || type.name().equals(present.name())) {
      return Optional.empty();
    }
    SlowCredits played = played(type);
    boolean throttled = mode() == CreditMode.STANDARD && played.throttled() > 0;
    return throttled || played.judgedHours() == 0 ? Optional.of("credits") : Optional.empty();
  }

  /** Returns what surplus credits of a month cost on {@code type}. */
  BigDecimal surplus(InstanceType type) {
    boolean charged =
        need.cpu.isPresent()
            && mode() == CreditMode.UNLIMITED
            && type.burst().filter(Burst.Credits.class::isInstance).isPresent();
    return charged ? played(type).monthlySurplus() : BigDecimal.ZERO;
  }

  /** Each legal vCPU count up to twice what is needed, with the smallest memory that does. */
  private void shapes(CustomShapes shapes, double fewest, double smallest) {
    double ceiling = need.memoryCeiling.orElse(Double.MAX_VALUE);
    double memory =
        Math.max(
            Math.max(need.memoryFloor, smallest),
            Math.min(ceiling, need.crew.requiredOn(need.requiredMemory)));
    double from = Math.max(need.vcpus, Math.ceil(memory / shapes.maxPerVcpu()));
    for (int vcpus : shapes.vcpuCounts()) {
      if (vcpus >= from && vcpus <= 2 * from && vcpus >= fewest) {
        smallest(shapes, vcpus, smallest);
      }
    }
  }

  private void smallest(CustomShapes shapes, int vcpus, double least) {
    long most = Math.min((long) vcpus * shapes.maxPerVcpu(), shapes.maxMemory());
    for (long memory = 256; memory <= most; memory += 256) {
      boolean legal = memory >= (long) vcpus * shapes.minPerVcpu();
      if (legal && memory >= least) {
        InstanceType type = shapes.offering(vcpus, new Mebibytes(memory)).type();
        if (dimensions.tooLittleMemory(type).isEmpty()) {
          attempt(type, market.price(shapes, vcpus, memory));
          return;
        }
      }
    }
  }
}
