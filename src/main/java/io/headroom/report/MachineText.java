package io.headroom.report;

import io.headroom.advice.Judged;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Demands;
import io.headroom.model.machine.Instance;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.unit.Utilization;
import io.headroom.model.verdict.Blocker;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Rejection;
import io.headroom.model.verdict.Verdict;
import io.headroom.report.page.MachineView;
import io.headroom.report.page.RowView;
import io.headroom.report.picture.MachinePictures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A verdict as a page shows it: all of it in words, every text of others made safe. */
final class MachineText {

  /** Rejected types of a machine in a large report; {@code explain} gives all. */
  private static final int REJECTIONS_IN_LARGE_REPORTS = 25;

  private final Verdict verdict;
  private final String anchor;

  /**
   * Takes a verdict.
   *
   * @param anchor id of the machine in its page
   */
  MachineText(Verdict verdict, String anchor) {
    this.verdict = verdict;
    this.anchor = anchor;
  }

  /** How much is shown of what can be long. */
  enum Length {
    /** A column of the pictures over time is two hours of six weeks. */
    WHOLE(504),
    /** A column is four hours of six weeks. */
    SHORT(252);

    private final int columns;

    Length(int columns) {
      this.columns = columns;
    }
  }

  MachineView view(Judged judged, Length length) {
    MachinePictures pictures = MachinePictures.of(judged, anchor, length.columns, Amounts::shown);
    int shown =
        length == Length.WHOLE
            ? verdict.rejected().size()
            : Math.min(REJECTIONS_IN_LARGE_REPORTS, verdict.rejected().size());
    return new MachineView(
        anchor,
        row(),
        place(),
        tags(),
        now(),
        verdict.recommended().map(MachineText::proposed).orElse(""),
        verdict.recommended().flatMap(Option::saving).map(MachineText::gain),
        Because.of(verdict),
        policy(),
        warnings(),
        pictures.history(),
        pictures.details(),
        arithmetic(),
        options(),
        conditions(),
        verdict.rejected().size(),
        rejected(shown),
        notConsidered(verdict.rejected().size() - shown),
        verdict.notices().stream().map(Notice::text).map(PlainText::forTerminal).toList());
  }

  private RowView row() {
    VerdictRow row = new VerdictRow(verdict);
    Instance instance = verdict.instance();
    return new RowView(
        verdict
            .recommended()
            .flatMap(Option::saving)
            .map(MonthlySaving::amount)
            .map(BigDecimal::abs)
            .orElse(BigDecimal.ZERO),
        FleetText.style(verdict.finding()),
        row.finding(),
        PlainText.forTerminal(Column.nameOf(instance)),
        row.present(),
        row.proposed(),
        row.cpu(),
        row.memory(),
        row.workers(),
        row.price(),
        row.saving(),
        row.risk());
  }

  private String place() {
    Instance instance = verdict.instance();
    String where = instance.placement().zone().orElse(instance.placement().region());
    return PlainText.forTerminal(
        instance.id() + " · " + instance.provider().id() + " " + where + account(instance));
  }

  private static String account(Instance instance) {
    String account = instance.placement().account();
    return account.isBlank() ? "" : " · " + account;
  }

  private List<String> tags() {
    return verdict.instance().tags().entrySet().stream()
        .map(tag -> PlainText.forTerminal(tag.getKey() + "=" + tag.getValue()))
        .toList();
  }

  private String now() {
    return verdict.current().offering().map(one -> size(one.type()) + ", ").orElse("")
        + verdict
            .current()
            .price()
            .map(price -> Amounts.shown(price) + " a month")
            .orElse("no price");
  }

  private static String proposed(Option option) {
    return size(option.offering().type()) + ", " + Amounts.shown(option.price()) + " a month";
  }

  private static MachineView.Gain gain(MonthlySaving saving) {
    MonthlySaving shown = new MonthlySaving(saving.amount().abs(), saving.currency());
    return saving.amount().signum() < 0
        ? new MachineView.Gain("Costs more a month", "dearer", Amounts.shown(shown))
        : new MachineView.Gain("Saves a month", "new", Amounts.shown(shown));
  }

  private static String size(InstanceType type) {
    return OptionText.size(type);
  }

  private String policy() {
    return "Policy "
        + (verdict.policy().isEmpty() ? "none" : PlainText.forTerminal(verdict.policy()))
        + ", as of "
        + Words.of(verdict.asOf());
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    verdict.demand().map(Demands::cpu).ifPresent(cpu -> missing("CPU", cpu, warnings));
    verdict.demand().map(Demands::memory).ifPresent(memory -> missing("memory", memory, warnings));
    return warnings;
  }

  private static <Q extends Comparable<Q>> void missing(
      String name, Demand<Q> demand, List<String> warnings) {
    demand.match(
        observed -> false,
        lacking ->
            warnings.add(
                "No "
                    + name
                    + " data, so the "
                    + name
                    + " it has is kept: "
                    + PlainText.forTerminal(lacking.why())));
  }

  private List<MachineView.Section> arithmetic() {
    SectionWriter facts = new SectionWriter();
    verdict.demand().ifPresent(demands -> DemandText.write(facts, demands));
    verdict.required().ifPresent(required -> RequiredText.write(facts, verdict, required));
    verdict.workers().ifPresent(advice -> WorkerText.write(facts, advice));
    return facts.sections();
  }

  private List<MachineView.OptionView> options() {
    List<MachineView.OptionView> options = new ArrayList<>();
    verdict.options().forEach(option -> options.add(option(String.valueOf(option.rank()), option)));
    verdict.destination().ifPresent(option -> options.add(option("later", option)));
    return options;
  }

  private static MachineView.OptionView option(String rank, Option option) {
    Offering offering = option.offering();
    return new MachineView.OptionView(
        rank,
        option.instanceType(),
        size(offering.type()),
        Amounts.grouped(option.price().rounded())
            + (offering.basis() == PriceBasis.DERIVED ? " derived" : ""),
        option.saving().map(saving -> Amounts.grouped(saving.rounded())).orElse("–"),
        String.valueOf(option.risk().level()),
        option.projected().cpuPeak().map(Utilization::toString).orElse("?"),
        option.projected().memoryPeak().map(Utilization::toString).orElse("?"),
        option.workers().map(advice -> String.valueOf(advice.recommended())).orElse("–"),
        option.effort().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    for (Blocker blocker : verdict.recommended().map(Option::blockers).orElse(List.of())) {
      conditions.add(OptionText.words(blocker.kind()) + PlainText.forTerminal(blocker.text()));
    }
    if (!verdict.fallbacks().isEmpty()) {
      conditions.add("if there is no capacity: " + String.join(", ", verdict.fallbacks()));
    }
    return conditions;
  }

  /** Types with the same reason stand together, the reason of the nearest price first. */
  private List<MachineView.RejectedView> rejected(int shown) {
    return verdict.rejected().stream()
        .limit(shown)
        .collect(
            Collectors.groupingBy(
                rejection -> PlainText.forTerminal(rejection.refusal().text()),
                LinkedHashMap::new,
                Collectors.mapping(MachineText::priced, Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(reason -> new MachineView.RejectedView(reason.getKey(), reason.getValue()))
        .toList();
  }

  private static String priced(Rejection rejection) {
    return rejection.instanceType() + " " + Amounts.grouped(rejection.price().rounded());
  }

  private List<String> notConsidered(int notListed) {
    List<String> lines = new ArrayList<>();
    if (notListed > 0) {
      lines.add(
          notListed + " more rejected types are not listed here; headroom explain lists them all.");
    }
    if (!verdict.excludedByRule().isEmpty()) {
      lines.add(
          "Not considered: "
              + verdict.excludedByRule().entrySet().stream()
                  .map(rule -> rule.getKey() + " " + rule.getValue())
                  .collect(Collectors.joining(", "))
              + " (types by the first rule that leaves them out).");
    }
    return lines;
  }
}
