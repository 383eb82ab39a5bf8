package io.headroom.advice;

import io.headroom.document.NearestNames;
import io.headroom.engine.SizeTrials;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.Policy;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tries sizes on one machine before anybody changes it: what somebody would buy who looks at
 * averages, what it has, what the policy arrives at, and any others.
 */
public final class WhatIf {

  private static final int NAMES_SHOWN = 5;

  private final Adviser adviser;

  /** Prepares comparisons by the policies, prices and look-back of {@code adviser}. */
  public WhatIf(Adviser adviser) {
    this.adviser = adviser;
  }

  /**
   * Compares sizes on the recorded demand of {@code machine}.
   *
   * @param types names of further types, custom shapes included
   * @throws NoComparisonException if no policy is for the machine, its region or type is not known,
   *     nothing was recorded, or a name is no type of the region
   */
  public SizeComparison compare(Observation machine, List<String> types) {
    Instance instance = machine.instance();
    Policy policy =
        adviser
            .policyFor(instance)
            .orElseThrow(() -> cannot(instance, adviser.policyReason(instance)));
    CandidateTable table =
        adviser
            .tableFor(instance)
            .orElseThrow(
                () ->
                    cannot(
                        instance,
                        "its region " + instance.placement().region() + " is not in the catalog"));
    SizeTrials trials =
        SizeTrials.of(machine, policy, table, adviser.asOf())
            .orElseThrow(
                () ->
                    cannot(
                        instance,
                        "its type "
                            + instance.type().present()
                            + " is not in the catalog of "
                            + table.catalog().region()));
    if (!trials.hasCpu() && !trials.hasMemory()) {
      throw cannot(
          instance,
          "neither CPU nor memory was recorded in the "
              + policy.history().lookback().toDays()
              + " days before "
              + adviser.asOf()
              + "; name a time within the recording with --as-of");
    }
    List<Offering> named = types.stream().map(name -> offering(name, table.catalog())).toList();
    return compared(adviser.verdict(machine), trials, named);
  }

  private static NoComparisonException cannot(Instance instance, String reason) {
    return new NoComparisonException("Cannot compare sizes for " + instance.id() + ": " + reason);
  }

  private static Offering offering(String name, RegionCatalog catalog) {
    return catalog
        .find(name)
        .orElseThrow(
            () -> {
              List<String> near = NearestNames.of(name, catalog.offerings().keySet(), NAMES_SHOWN);
              return new NoComparisonException(
                  "Cannot find the type "
                      + name
                      + " in "
                      + catalog.region()
                      + (near.isEmpty()
                          ? "; headroom catalog list names the types"
                          : "; did you mean " + String.join(", ", near)));
            });
  }

  private static SizeComparison compared(Verdict verdict, SizeTrials trials, List<Offering> named) {
    RecommendedSize recommended = recommended(verdict);
    Columns columns = new Columns();
    trials
        .justBelowAverage()
        .ifPresent(offering -> columns.add(SizeRole.JUST_BELOW_AVERAGE, offering));
    columns.add(SizeRole.CURRENT, trials.present());
    offering(verdict, recommended, trials)
        .ifPresent(offering -> columns.add(SizeRole.RECOMMENDED, offering));
    named.forEach(offering -> columns.add(SizeRole.NAMED, offering));
    return new SizeComparison(
        verdict,
        recommended,
        columns.sizes(trials),
        trials.days(),
        trials.hasCpu(),
        trials.hasMemory());
  }

  private static RecommendedSize recommended(Verdict verdict) {
    if (verdict.destination().isPresent()) {
      return RecommendedSize.DESTINATION;
    }
    if (verdict.recommended().isPresent()) {
      return RecommendedSize.OPTION;
    }
    return verdict.finding() == Finding.OPTIMIZED ? RecommendedSize.CURRENT : RecommendedSize.NONE;
  }

  private static Optional<Offering> offering(
      Verdict verdict, RecommendedSize recommended, SizeTrials trials) {
    return switch (recommended) {
      case DESTINATION -> verdict.destination().map(Option::offering);
      case OPTION -> verdict.recommended().map(Option::offering);
      case CURRENT -> Optional.of(trials.present());
      case NONE -> Optional.empty();
    };
  }

  /** Types in the order of their first role, each with all of its roles. */
  private static final class Columns {
    private final Map<String, Column> columns = new LinkedHashMap<>();

    private record Column(Offering offering, Set<SizeRole> roles) {}

    void add(SizeRole role, Offering offering) {
      columns
          .computeIfAbsent(
              offering.type().name(), name -> new Column(offering, EnumSet.noneOf(SizeRole.class)))
          .roles()
          .add(role);
    }

    List<ComparedSize> sizes(SizeTrials trials) {
      return columns.values().stream()
          .map(
              column -> new ComparedSize(List.copyOf(column.roles()), trials.on(column.offering())))
          .toList();
    }
  }
}
