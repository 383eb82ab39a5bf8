package io.headroom.engine.candidate;

import io.headroom.engine.demand.Usage;
import io.headroom.engine.replay.CreditModes;
import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.machine.Instance;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.VCpus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The cheapest type that would have carried a demand, by one who knows all of it: no headroom, no
 * step limit, no least saving. It is what every recommendation can be held against.
 */
public final class CheapestFit {

  private final CandidateTable table;
  private final InstanceType present;
  private final Policy policy;
  private final Eligibility eligibility;
  private final Instance instance;

  /**
   * Prepares the choice for a machine whose present type is {@code present}.
   *
   * @param policy says which types may be chosen
   */
  public CheapestFit(CandidateTable table, Instance instance, InstanceType present, Policy policy) {
    this.table = table;
    this.present = present;
    this.policy = policy;
    this.instance = instance;
    this.eligibility =
        new Eligibility(present, instance.hardware().architecture(), policy.candidates());
  }

  /**
   * What must be carried.
   *
   * @param vcpus the largest CPU demand
   * @param memory the largest memory demand
   * @param cpu the CPU demand over time, for the credits of burstable types
   * @param running share of the month that the machine runs
   */
  public record Wanted(VCpus vcpus, Mebibytes memory, Usage cpu, Share running) {}

  /** Returns the cheapest type, of equally cheap ones the first by name; nothing if none fits. */
  public Optional<Offering> of(Wanted wanted) {
    BurstJudge bursts =
        new BurstJudge(
            Optional.of(wanted.cpu()),
            CreditModes.of(instance, present, policy),
            instance.stopped());
    List<Priced> fits = new ArrayList<>();
    customShapes(wanted).forEach(shape -> consider(shape, wanted, bursts, fits));
    for (CandidateTable.Row row : table.rows(wanted.running())) {
      if (fits.stream().anyMatch(fit -> fit.price().compareTo(row.price()) < 0)) {
        break;
      }
      if (eligibility.exclusion(row.offering().type()).isEmpty()) {
        consider(row.offering(), wanted, bursts, fits);
      }
    }
    return fits.stream()
        .min(Comparator.comparing(Priced::price).thenComparing(fit -> fit.offering().type().name()))
        .map(Priced::offering);
  }

  /** A type that fits, with what it costs a month, surplus credits included. */
  private record Priced(Offering offering, MonthlyPrice price) {}

  private static void consider(
      Offering offering, Wanted wanted, BurstJudge bursts, List<Priced> fits) {
    InstanceType type = offering.type();
    Optional<MonthlyPrice> price = offering.monthly(wanted.running());
    if (price.isEmpty()
        || !Need.countedVcpus(type).covers(wanted.vcpus())
        || !type.memory().covers(wanted.memory())) {
      return;
    }
    BurstJudge.Judgement judgement = bursts.judge(type);
    if (judgement.refusal().isEmpty()) {
      fits.add(
          new Priced(offering, judgement.surplus().map(price.get()::plus).orElse(price.get())));
    }
  }

  /** For each legal vCPU count that does, the least memory that does. */
  private List<Offering> customShapes(Wanted wanted) {
    List<Offering> offerings = new ArrayList<>();
    if (policy.candidates().customShapes()) {
      for (CustomShapes shapes : table.catalog().customShapes()) {
        if (eligibility.allowsSeries(shapes.series())) {
          shapes.vcpuCounts().stream()
              .filter(count -> new VCpus(count).covers(wanted.vcpus()))
              .forEach(
                  count ->
                      shapes
                          .memoryFor(count, wanted.memory())
                          .ifPresent(memory -> offerings.add(shapes.offering(count, memory))));
        }
      }
    }
    return offerings;
  }
}
