package io.headroom.report.resize;

import io.headroom.model.resize.HeldBack;
import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.PlannedResize;
import io.headroom.model.resize.ResizePlan;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Blocker;
import io.headroom.report.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plan as a diff for people: {@code ~} is changed in place, {@code !} is held back. */
public final class PlanText {

  private PlanText() {}

  /** Returns the lines of the diff, with what it adds up to. */
  public static List<String> of(ResizePlan plan, PlanHash hash) {
    List<String> lines = new ArrayList<>();
    plan.resizes().forEach(resize -> lines.addAll(resize(resize)));
    plan.heldBack().forEach(held -> lines.add(heldBack(held)));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(
        "Plan: "
            + plan.resizes().size()
            + " to resize, "
            + plan.heldBack().size()
            + " held back"
            + saving(plan)
            + ".");
    lines.add("Hash " + hash + ", good until " + plan.validity().end() + ".");
    return lines;
  }

  private static List<String> resize(PlannedResize resize) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "~ "
            + PlainText.forTerminal(resize.machine().label())
            + " ("
            + resize.machine().id()
            + ", "
            + resize.machine().zone()
            + ")");
    lines.add("    type       " + resize.from() + " -> " + resize.goal());
    resize
        .workers()
        .filter(change -> !change.before().equals(change.after()))
        .ifPresent(
            change -> lines.add("    workers    " + change.before() + " -> " + change.after()));
    resize.saving().ifPresent(saving -> lines.add("    a month    " + signed(saving)));
    lines.add("    away       about " + resize.downtime().toMinutes() + " minutes");
    if (!resize.fallbacks().isEmpty()) {
      lines.add(
          "    if refused "
              + String.join(", then ", resize.fallbacks())
              + ", then "
              + resize.from());
    }
    resize.group().ifPresent(group -> lines.add("    group      " + PlainText.forTerminal(group)));
    for (Blocker finding : resize.findings()) {
      lines.add("    note       " + PlainText.forTerminal(finding.shown()));
    }
    return lines;
  }

  private static String heldBack(HeldBack held) {
    return "! "
        + PlainText.forTerminal(held.machine().label())
        + " ("
        + held.machine().id()
        + ") stays "
        + held.from()
        + ", not "
        + held.goal()
        + ": "
        + PlainText.forTerminal(held.reason());
  }

  /** What is saved is taken away from the bill, what growth costs is added. */
  private static String signed(MonthlySaving saving) {
    BigDecimal change = saving.amount().negate().setScale(2, RoundingMode.HALF_UP);
    return (change.signum() > 0 ? "+" : "")
        + change.toPlainString()
        + " "
        + saving.currency().getCurrencyCode();
  }

  private static String saving(ResizePlan plan) {
    Map<String, MonthlySaving> sums = new TreeMap<>();
    for (PlannedResize resize : plan.resizes()) {
      resize
          .saving()
          .ifPresent(
              saving ->
                  sums.merge(
                      saving.currency().getCurrencyCode(),
                      saving,
                      (a, b) -> new MonthlySaving(a.amount().add(b.amount()), a.currency())));
    }
    StringBuilder text = new StringBuilder();
    sums.values().forEach(sum -> text.append(", ").append(signed(sum)).append(" a month"));
    return text.toString();
  }
}
