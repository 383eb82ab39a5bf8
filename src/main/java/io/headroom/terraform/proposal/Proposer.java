package io.headroom.terraform.proposal;

import io.headroom.advice.Problem;
import io.headroom.document.Excerpt;
import io.headroom.model.machine.Instance;
import io.headroom.model.policy.ExecutionRule.TerraformRule;
import io.headroom.terraform.variables.Size;
import io.headroom.terraform.variables.SizedInstance;
import io.headroom.terraform.variables.Variables;
import java.util.ArrayList;
import java.util.Collection;
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
 * Works out what the variables should say. A machine with a recommendation gets its size; any other
 * keeps what the variables say, and is added as it is if they say nothing. What a recommendation
 * does not say, such as worker counts of a host nobody looked into, stays too. A size that stays
 * leaves its reason as it is, so that a file changes only when a machine does.
 */
public final class Proposer {

  private final KeyRule rule;
  private final Vanished vanished;
  private final Approvals approvals;

  /**
   * Prepares a proposal.
   *
   * @param vanished what becomes of keys without a machine
   * @param approvals which recommendations count
   */
  public Proposer(KeyRule rule, Vanished vanished, Approvals approvals) {
    this.rule = rule;
    this.vanished = vanished;
    this.approvals = approvals;
  }

  /**
   * Returns the proposal for machines in any order.
   *
   * @param before what the variables say
   */
  public Proposal propose(Variables before, Collection<MachineAdvice> advice) {
    Map<String, MachineAdvice> byId =
        advice.stream().collect(Collectors.toMap(one -> one.machine().id(), Function.identity()));
    Keys keys = Keys.of(advice.stream().map(MachineAdvice::machine).toList(), rule);
    Draft draft = new Draft(before, keys);
    for (Map.Entry<String, Instance> machine : keys.machines().entrySet()) {
      draft.add(
          machine.getKey(), Optional.ofNullable(byId.get(machine.getValue().id())).orElseThrow());
    }
    before.instances().forEach(draft::addVanished);
    return draft.finished();
  }

  /** The proposal so far. */
  private final class Draft {

    private final Variables before;
    private final Keys keys;
    private final SortedMap<String, SizedInstance> after = new TreeMap<>();
    private final SortedMap<String, Size> now = new TreeMap<>();
    private final SortedMap<String, List<String>> fallbacks = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final TreeSet<String> leftAlone = new TreeSet<>();
    private final TreeSet<String> blocked = new TreeSet<>();
    private final TreeSet<String> notApproved = new TreeSet<>();
    private final TreeSet<String> differing = new TreeSet<>();
    private final TreeSet<String> gone = new TreeSet<>();

    private Draft(Variables before, Keys keys) {
      this.before = before;
      this.keys = keys;
      problems.addAll(keys.problems());
    }

    private void add(String key, MachineAdvice advice) {
      now.put(key, advice.current());
      Optional<SizedInstance> said = before.of(key);
      if (advice.rule() == TerraformRule.LEAVE_ALONE) {
        leftAlone.add(key);
        said.ifPresent(instance -> after.put(key, instance));
        return;
      }
      Optional<Size> wanted =
          advice
              .recommended()
              .filter(size -> isToBe(key, advice))
              .map(size -> said.map(instance -> size.orElse(instance.size())).orElse(size));
      after.put(key, entry(advice, wanted, said));
      said.map(instance -> instance.size().instanceType())
          .filter(type -> wanted.isEmpty() && !type.equals(advice.current().instanceType()))
          .ifPresent(type -> differing.add(key));
      if (wanted.isPresent() && !advice.fallbacks().isEmpty()) {
        fallbacks.put(key, advice.fallbacks());
      }
    }

    private boolean isToBe(String key, MachineAdvice advice) {
      if (!advice.blockers().isEmpty()) {
        blocked.add(key);
        return false;
      }
      if (!approvals.cover(advice)) {
        notApproved.add(key);
        return false;
      }
      return true;
    }

    private SizedInstance entry(
        MachineAdvice advice, Optional<Size> wanted, Optional<SizedInstance> said) {
      Size size = wanted.or(() -> said.map(SizedInstance::size)).orElse(advice.current());
      return said.filter(instance -> instance.size().equals(size))
          .orElseGet(
              () ->
                  new SizedInstance(
                      advice.machine().provider(),
                      size,
                      wanted.isPresent() ? advice.reason() : ""));
    }

    private void addVanished(String key, SizedInstance said) {
      if (after.containsKey(key) || keys.machines().containsKey(key)) {
        return;
      }
      if (vanished == Vanished.REMOVE && !keys.isContested(key)) {
        gone.add(key);
        return;
      }
      after.put(key, said);
      if (!keys.isContested(key)) {
        problems.add(
            new Problem(
                "vanished",
                key,
                "Cannot find the machine of "
                    + Excerpt.quoted(key)
                    + " in the recording: it is gone, has another key, or was not collected; what"
                    + " the variables say of it stays, --remove-vanished takes it out"));
      }
    }

    private Proposal finished() {
      List<String> notes = new ArrayList<>();
      note(notes, keys.without(), "not written, each " + rule.lacks());
      note(notes, leftAlone, "left alone, as their policies say");
      note(notes, blocked, "kept as they are, headroom explain says what blocks the change");
      note(notes, notApproved, "kept as they are, their recommendations are not approved");
      note(notes, differing, "kept as the file says, another type was recorded (see --check)");
      note(notes, gone, "taken out, not in the recording");
      return new Proposal(before, before.with(after), changes(), fallbacks, problems, notes);
    }

    private List<EntryChange> changes() {
      TreeSet<String> all = new TreeSet<>(before.instances().keySet());
      all.addAll(after.keySet());
      return all.stream()
          .map(
              key ->
                  new EntryChange(
                      key,
                      before.of(key),
                      Optional.ofNullable(after.get(key)),
                      Optional.ofNullable(now.get(key))))
          .filter(change -> !change.before().equals(change.after()))
          .toList();
    }
  }

  private static void note(List<String> notes, SortedSet<String> names, String what) {
    if (!names.isEmpty()) {
      notes.add(Listed.count(names.size(), "machine") + " " + what + ": " + Listed.of(names));
    }
  }
}
