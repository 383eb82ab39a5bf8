package io.headroom.testing;

import io.headroom.catalog.Catalogs;
import io.headroom.engine.SizingEngine;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.series.Series;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Rejection;
import io.headroom.model.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A machine with samples and the verdict on it. Unless a test says otherwise there are 42 days of
 * them, nearly idle but for one slot, so that peaks alone decide, and the types and prices are the
 * bundled ones of its region.
 */
public final class Judged {

  private static final Catalogs CATALOGS = Catalogs.bundled();
  private static final Duration PEAK = Duration.ofDays(4);

  private final InstanceBuilder machine;
  private final List<Series> series = new ArrayList<>();
  private Policies policy = Policies.peakPlusHalf();
  private double days = 42;
  private Optional<RegionCatalog> catalog = Optional.empty();

  private Judged(InstanceBuilder machine) {
    this.machine = machine;
  }

  public static Judged of(InstanceBuilder machine) {
    return new Judged(machine);
  }

  /** The length of the samples that follow. */
  public Judged days(double value) {
    days = value;
    return this;
  }

  /** Judged among these types only. */
  public Judged among(Offering... offerings) {
    return in(Types.region(offerings));
  }

  public Judged in(RegionCatalog value) {
    catalog = Optional.of(value);
    return this;
  }

  /** CPU at a tenth of a vCPU or less, with one slot at {@code peak}. */
  public Judged cpu(double peak) {
    return cpu(Math.min(peak, 0.1), peak);
  }

  /** CPU at {@code usual}, with one slot at {@code peak}. */
  public Judged cpu(double usual, double peak) {
    return with(Samples.cpuVcpus(days).flat(usual).at(PEAK, peak));
  }

  /** Memory at 60 % of {@code peakMib}, with one slot at it. */
  public Judged memory(double peakMib) {
    return with(Samples.memoryMib(days).flat(0.6 * peakMib).at(PEAK, peakMib));
  }

  public Judged with(Samples samples) {
    series.add(samples.series());
    return this;
  }

  public Judged policy(Policies value) {
    policy = value;
    return this;
  }

  public Verdict verdict() {
    Instance instance = machine.build();
    return SizingEngine.evaluate(
        Machines.observed(instance, series.toArray(Series[]::new)),
        policy.build(),
        CandidateTable.of(
            catalog.orElseGet(
                () -> CATALOGS.region(instance.provider(), instance.placement().region()))),
        Machines.AS_OF);
  }

  /** Returns the options with their price of a month, best first: {@code m6a.large 63.07}. */
  public static List<String> options(Verdict verdict) {
    return verdict.options().stream().map(Judged::priced).toList();
  }

  /** Returns the recommendation with its price of a month. */
  public static String recommended(Verdict verdict) {
    return verdict.recommended().map(Judged::priced).orElse("none");
  }

  public static String priced(Option option) {
    return option.instanceType() + " " + option.price().rounded();
  }

  /** Returns the texts of the notices of that kind. */
  public static List<String> notices(Verdict verdict, NoticeKind kind) {
    return verdict.notices().stream()
        .filter(notice -> notice.kind() == kind)
        .map(Notice::text)
        .toList();
  }

  /** Returns why each cheaper type does not do, by its name. */
  public static Map<String, String> refusals(Verdict verdict) {
    return verdict.rejected().stream()
        .collect(
            Collectors.toMap(Rejection::instanceType, rejection -> rejection.refusal().text()));
  }
}
