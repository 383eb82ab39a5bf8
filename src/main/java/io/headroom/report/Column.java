package io.headroom.report;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Demands;
import io.headroom.model.machine.Instance;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Blocker;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column of a spreadsheet: one value of a verdict, as a plain number or text, the unit in the
 * name. What is not known is empty.
 */
enum Column {
  INSTANCE_ID(Kind.TEXT, verdict -> verdict.instance().id()),
  NAME(Kind.TEXT, verdict -> verdict.instance().name()),
  PROVIDER(Kind.TEXT, verdict -> verdict.instance().provider().id()),
  ACCOUNT(Kind.TEXT, verdict -> verdict.instance().placement().account()),
  REGION(Kind.TEXT, verdict -> verdict.instance().placement().region()),
  ZONE(Kind.TEXT, verdict -> verdict.instance().placement().zone().orElse("")),
  FINDING(Kind.TEXT, verdict -> verdict.finding().name()),
  FINDING_REASONS(
      Kind.TEXT,
      verdict ->
          verdict.reasons().stream().map(FindingReason::name).collect(Collectors.joining(" "))),
  CURRENT_TYPE(Kind.TEXT, verdict -> verdict.current().instanceType()),
  CURRENT_VCPUS(Kind.NUMBER, verdict -> present(verdict, type -> type.vcpus().toString())),
  CURRENT_MEMORY_MIB(
      Kind.NUMBER,
      verdict -> present(verdict, type -> String.valueOf(type.memory().wholeRoundedUp()))),
  CURRENT_MONTHLY(Kind.NUMBER, verdict -> verdict.current().price().map(Column::plain).orElse("")),
  RECOMMENDED_TYPE(Kind.TEXT, verdict -> recommended(verdict, Option::instanceType)),
  RECOMMENDED_VCPUS(
      Kind.NUMBER,
      verdict -> recommended(verdict, option -> option.offering().type().vcpus().toString())),
  RECOMMENDED_MEMORY_MIB(
      Kind.NUMBER,
      verdict ->
          recommended(
              verdict,
              option -> String.valueOf(option.offering().type().memory().wholeRoundedUp()))),
  RECOMMENDED_MONTHLY(
      Kind.NUMBER, verdict -> recommended(verdict, option -> plain(option.price()))),
  MONTHLY_SAVING(
      Kind.NUMBER,
      verdict -> recommended(verdict, option -> option.saving().map(Column::plain).orElse(""))),
  CURRENCY(
      Kind.TEXT,
      verdict ->
          verdict
              .current()
              .price()
              .or(() -> verdict.recommended().map(Option::price))
              .map(price -> price.currency().getCurrencyCode())
              .orElse("")),
  PERFORMANCE_RISK(
      Kind.NUMBER,
      verdict -> recommended(verdict, option -> String.valueOf(option.risk().level()))),
  CURRENT_PERFORMANCE_RISK(
      Kind.NUMBER,
      verdict ->
          verdict.current().risk().map(PerformanceRisk::level).map(String::valueOf).orElse("")),
  CPU_DEMAND_VCPUS(
      Kind.NUMBER, verdict -> verdict.demand().flatMap(demands -> value(demands.cpu())).orElse("")),
  MEMORY_DEMAND_MIB(
      Kind.NUMBER,
      verdict ->
          verdict
              .demand()
              .map(Demands::memory)
              .flatMap(Demand::observed)
              .map(Demand.Observed::value)
              .map(Mebibytes::wholeRoundedUp)
              .map(String::valueOf)
              .orElse("")),
  REQUIRED_VCPUS(
      Kind.NUMBER,
      verdict -> verdict.required().map(required -> required.vcpus().toString()).orElse("")),
  REQUIRED_MEMORY_MIB(
      Kind.NUMBER,
      verdict ->
          verdict
              .required()
              .map(required -> String.valueOf(required.memory().wholeRoundedUp()))
              .orElse("")),
  WORKERS_CURRENT(
      Kind.NUMBER,
      verdict -> verdict.workers().map(WorkerAdvice::current).map(Column::plain).orElse("")),
  WORKERS_RECOMMENDED(
      Kind.NUMBER,
      verdict -> verdict.workers().map(advice -> String.valueOf(advice.recommended())).orElse("")),
  WORKERS_LIMITED_BY(
      Kind.TEXT, verdict -> verdict.workers().map(advice -> advice.limitedBy().id()).orElse("")),
  BLOCKERS(
      Kind.TEXT,
      verdict ->
          recommended(
              verdict,
              option ->
                  option.blockers().stream()
                      .map(Blocker::shown)
                      .collect(Collectors.joining("; ")))),
  POLICY(Kind.TEXT, Verdict::policy),
  BECAUSE(Kind.TEXT, Because::of);

  /** Numbers stay numbers; text is guarded against being taken for a formula. */
  private enum Kind {
    TEXT,
    NUMBER
  }

  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Function<Verdict, String> value;

  Column(Kind kind, Function<Verdict, String> value) {
    this.kind = kind;
    this.value = value;
  }

  /** Returns the name in the header. */
  String header() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Returns the cell of a verdict, safe to open in a spreadsheet. */
  String cell(Verdict verdict) {
    String cell = value.apply(verdict);
    return kind == Kind.NUMBER ? cell : PlainText.forCell(cell);
  }

  private static String present(Verdict verdict, Function<InstanceType, String> value) {
    return verdict.current().offering().map(offering -> value.apply(offering.type())).orElse("");
  }

  private static String recommended(Verdict verdict, Function<Option, String> value) {
    return verdict.recommended().map(value).orElse("");
  }

  private static <Q extends Comparable<Q>> Optional<String> value(Demand<Q> demand) {
    return demand.observed().map(observed -> observed.value().toString());
  }

  private static String plain(MonthlyPrice price) {
    return price.rounded().toPlainString();
  }

  private static String plain(MonthlySaving saving) {
    return saving.rounded().toPlainString();
  }

  private static String plain(OptionalInt number) {
    return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
  }

  /** Returns the name of the machine, or its id if it has none. */
  static String nameOf(Instance instance) {
    return instance.label();
  }
}
