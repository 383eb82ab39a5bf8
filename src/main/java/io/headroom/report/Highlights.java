package io.headroom.report;

import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The machines of a fleet to look at first, each with its sentences: the largest saving, the
 * largest change of workers, the one that needs to grow most, and the one that saves most although
 * its memory is not known. A machine is shown once.
 */
public final class Highlights {

  private static final Comparator<Verdict> MOST_SAVING =
      Comparator.comparing(Highlights::saving)
          .reversed()
          .thenComparing(verdict -> verdict.instance().id());

  private static final Comparator<Verdict> MOST_GROWTH =
      Comparator.comparing(Highlights::saving).thenComparing(verdict -> verdict.instance().id());

  private final List<Verdict> verdicts = new ArrayList<>();

  /** Considers a verdict. */
  public void consider(Verdict verdict) {
    if (verdict.recommended().flatMap(Option::saving).isPresent()) {
      verdicts.add(verdict);
    }
  }

  /** Returns the lines, wrapped; none if nothing is recommended. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Verdict verdict : chosen()) {
      lines.add(PlainText.forTerminal(Column.nameOf(verdict.instance())));
      Wrapped.of(Because.of(verdict)).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private List<Verdict> chosen() {
    Set<String> taken = new HashSet<>();
    List<Verdict> chosen = new ArrayList<>();
    List.of(
            first(MOST_SAVING, Highlights::changesWorkers),
            first(MOST_SAVING, verdict -> true),
            first(MOST_GROWTH, verdict -> saving(verdict).signum() < 0),
            first(MOST_SAVING, Highlights::isMemoryUnknown))
        .forEach(
            found ->
                found.filter(verdict -> taken.add(verdict.instance().id())).ifPresent(chosen::add));
    return chosen;
  }

  private Optional<Verdict> first(Comparator<Verdict> order, Predicate<Verdict> wanted) {
    return verdicts.stream().filter(wanted).min(order);
  }

  private static BigDecimal saving(Verdict verdict) {
    return verdict
        .recommended()
        .flatMap(Option::saving)
        .map(saving -> saving.amount())
        .orElse(BigDecimal.ZERO);
  }

  private static boolean changesWorkers(Verdict verdict) {
    Optional<WorkerAdvice> workers = verdict.workers();
    return workers.isPresent()
        && workers.get().current().orElse(workers.get().recommended())
            != workers.get().recommended();
  }

  private static boolean isMemoryUnknown(Verdict verdict) {
    return verdict.demand().filter(demands -> demands.memory().observed().isEmpty()).isPresent();
  }
}
