package io.headroom.report.whatif;

import io.headroom.advice.ComparedSize;
import io.headroom.advice.SizeComparison;
import io.headroom.advice.SizeRole;
import io.headroom.engine.replay.BurstOutcome;
import io.headroom.engine.replay.Delays;
import io.headroom.engine.replay.MemoryOutcome;
import io.headroom.engine.replay.QueueOutcome;
import io.headroom.engine.worker.WorkerFit;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Option;
import io.headroom.report.FindingWords;
import io.headroom.report.PlainText;
import io.headroom.report.ReasonWords;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What people would have felt on each size, in words. */
public final class Felt {

  /** Nobody notices less. */
  private static final Duration NOTICED = Duration.ofSeconds(1);

  private Felt() {}

  /** Returns one sentence for each size, in their order, and one for where the policy arrives. */
  public static List<String> sentences(SizeComparison comparison) {
    List<String> sentences = new ArrayList<>();
    comparison.sizes().forEach(size -> sentences.add(sentence(size)));
    sentences.add(recommendation(comparison));
    return List.copyOf(sentences);
  }

  private static String sentence(ComparedSize size) {
    List<String> parts = new ArrayList<>();
    parts.add(
        size.trial()
            .outcome()
            .cpu()
            .map(Felt::waiting)
            .orElse("nothing is known of waiting, since CPU was not recorded"));
    size.trial()
        .outcome()
        .burst()
        .map(Felt::credits)
        .filter(text -> !text.isEmpty())
        .ifPresent(parts::add);
    parts.add(
        size.trial()
            .outcome()
            .memory()
            .map(Felt::memory)
            .orElse("nothing is known of memory, since it was not recorded"));
    size.trial()
        .outcome()
        .workers()
        .filter(fit -> !fit.isEnough())
        .map(Felt::workers)
        .ifPresent(parts::add);
    return "On " + size.instanceType() + " (" + roles(size) + ") " + String.join("; ", parts) + ".";
  }

  /** Returns the roles of a size in words: {@code current, recommended}. */
  static String roles(ComparedSize size) {
    return size.roles().stream().map(SizeRole::words).collect(Collectors.joining(", "));
  }

  private static String waiting(QueueOutcome cpu) {
    Delays delays = cpu.delays();
    if (delays.worst().compareTo(NOTICED) < 0) {
      return "nobody would have waited";
    }
    String left =
        delays.left().compareTo(NOTICED) < 0
            ? ""
            : ", with " + TimeWords.shown(delays.left()) + " still to wait at the end";
    return "people would have waited on "
        + delays.days()
        + " of "
        + cpu.days()
        + " days, up to "
        + TimeWords.shown(delays.worst())
        + delays
            .worstAt()
            .map(at -> " (on " + at.atZone(ZoneOffset.UTC).toLocalDate() + ")")
            .orElse("")
        + left;
  }

  private static String credits(BurstOutcome burst) {
    if (burst.exhausted().isZero()) {
      return "";
    }
    String time = TimeWords.shown(burst.exhausted());
    return burst
        .mode()
        .map(
            mode ->
                (mode == CreditMode.STANDARD
                        ? "CPU credits would have been exhausted for "
                        : "surplus CPU credits would have been owed for ")
                    + time)
        .orElse("it would have been asked for more than its share of a core for " + time);
  }

  private static String memory(MemoryOutcome memory) {
    return memory.events() == 0
        ? "memory would have lasted"
        : "memory would have run out "
            + counted(memory.events(), "time")
            + ", on "
            + counted(memory.days(), "day");
  }

  private static String workers(WorkerFit fit) {
    String fitting = fit.holds() == 0 ? "no worker" : counted(fit.holds(), "worker");
    return fitting + " would fit where " + fit.needed() + " are needed";
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String recommendation(SizeComparison comparison) {
    String policy = PlainText.forTerminal(comparison.verdict().policy());
    return switch (comparison.recommended()) {
      case OPTION -> "The policy " + policy + " arrives at " + recommended(comparison) + ".";
      case DESTINATION ->
          "The policy "
              + policy
              + " arrives at "
              + recommended(comparison)
              + " in more than one change; the next is to "
              + comparison.verdict().recommended().map(Option::instanceType).orElse("another")
              + ".";
      case CURRENT -> "The policy " + policy + " keeps the current size.";
      case NONE ->
          "The policy "
              + policy
              + " recommends no size ("
              + FindingWords.of(comparison.verdict().finding())
              + "): "
              + reasons(comparison.verdict().reasons())
              + ".";
    };
  }

  private static String reasons(List<FindingReason> reasons) {
    return reasons.stream().map(ReasonWords::of).collect(Collectors.joining("; "));
  }

  private static String recommended(SizeComparison comparison) {
    return comparison.size(SizeRole.RECOMMENDED).map(ComparedSize::instanceType).orElse("a size");
  }
}
