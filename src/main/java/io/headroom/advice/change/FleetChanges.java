package io.headroom.advice.change;

import io.headroom.advice.Problem;
import io.headroom.model.unit.MonthlySaving;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is different from one run to the next.
 *
 * @param since end of the look-back of the run before; absent if this is the first
 * @param asOf end of the look-back of this run
 * @param machines how many machines this run knows
 * @param changes in their order
 * @param savings what could be saved a month, by currency code
 * @param problems what went wrong in this run, in order
 */
public record FleetChanges(
    Optional<Instant> since,
    Instant asOf,
    int machines,
    List<AnswerChange> changes,
    SortedMap<String, SavingChange> savings,
    List<Problem> problems) {

  /** Sorts and copies the collections. */
  public FleetChanges {
    changes = changes.stream().sorted().toList();
    savings = Collections.unmodifiableSortedMap(new TreeMap<>(savings));
    problems = problems.stream().sorted().toList();
  }

  /**
   * What could be saved a month in one currency: the sum over recommendations that are cheaper.
   *
   * @param before in the run before
   * @param after in this run
   */
  public record SavingChange(MonthlySaving before, MonthlySaving after) {

    /** Returns how much more could be saved than before; negative if it is less. */
    public MonthlySaving delta() {
      return new MonthlySaving(after.amount().subtract(before.amount()), after.currency());
    }
  }

  /**
   * What a run said of all its machines.
   *
   * @param asOf end of the look-back; absent if there was no run
   */
  public record Answers(Optional<Instant> asOf, Collection<Answer> all) {

    /** There was no run. */
    public static final Answers NONE = new Answers(Optional.empty(), List.of());

    /** Copies the collection. */
    public Answers {
      all = List.copyOf(all);
    }

    private Map<String, Answer> byId() {
      return all.stream().collect(Collectors.toMap(Answer::instanceId, Function.identity()));
    }
  }

  /** Compares two runs. */
  public static FleetChanges between(Answers before, Answers after, List<Problem> problems) {
    Map<String, Answer> then = before.byId();
    Map<String, Answer> now = after.byId();
    SortedSet<String> ids = new TreeSet<>(then.keySet());
    ids.addAll(now.keySet());
    List<AnswerChange> changes =
        ids.stream()
            .map(
                id ->
                    AnswerChange.between(
                        Optional.ofNullable(then.get(id)), Optional.ofNullable(now.get(id))))
            .flatMap(Optional::stream)
            .toList();
    return new FleetChanges(
        before.asOf(),
        after.asOf().orElseThrow(),
        now.size(),
        changes,
        savings(before.all(), after.all()),
        problems);
  }

  private static SortedMap<String, SavingChange> savings(
      Collection<Answer> before, Collection<Answer> after) {
    Map<String, BigDecimal> then = sums(before);
    Map<String, BigDecimal> now = sums(after);
    SortedSet<String> currencies = new TreeSet<>(then.keySet());
    currencies.addAll(now.keySet());
    SortedMap<String, SavingChange> savings = new TreeMap<>();
    for (String code : currencies) {
      savings.put(code, new SavingChange(saving(then, code), saving(now, code)));
    }
    return savings;
  }

  private static MonthlySaving saving(Map<String, BigDecimal> sums, String code) {
    return new MonthlySaving(sums.getOrDefault(code, BigDecimal.ZERO), Currency.getInstance(code));
  }

  private static Map<String, BigDecimal> sums(Collection<Answer> answers) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    answers.stream()
        .map(Answer::saving)
        .flatMap(Optional::stream)
        .filter(MonthlySaving::isPositive)
        .forEach(
            saving ->
                sums.merge(saving.currency().getCurrencyCode(), saving.amount(), BigDecimal::add));
    return sums;
  }

  /** Returns how many changes are of that kind. */
  public int count(ChangeKind kind) {
    return (int) changes.stream().filter(change -> change.kind() == kind).count();
  }

  /** Whether nothing is different. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }
}
