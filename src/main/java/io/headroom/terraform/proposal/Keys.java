package io.headroom.terraform.proposal;

import io.headroom.advice.Problem;
import io.headroom.document.Excerpt;
import io.headroom.model.machine.Instance;
import io.headroom.terraform.proposal.KeyRule.Candidate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which machine has which key. A key that is not one machine's alone is nobody's. */
public final class Keys {

  private final SortedMap<String, Instance> machines = new TreeMap<>();
  private final SortedSet<String> contested = new TreeSet<>();
  private final SortedSet<String> without = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();

  private Keys() {}

  /** Returns the keys that a rule gives to machines, in any order. */
  public static Keys of(Collection<Instance> instances, KeyRule rule) {
    Keys keys = new Keys();
    SortedMap<String, List<Instance>> byKey = new TreeMap<>();
    instances.stream()
        .sorted(Comparator.comparing(Instance::id))
        .forEach(
            machine -> {
              List<Candidate> candidates = rule.candidates().apply(machine);
              switch (candidates.size()) {
                case 0 -> keys.without.add(machine.id());
                case 1 ->
                    byKey
                        .computeIfAbsent(candidates.get(0).key(), key -> new ArrayList<>())
                        .add(machine);
                default -> keys.addUndecided(machine, candidates);
              }
            });
    byKey.forEach(keys::add);
    return keys;
  }

  private void addUndecided(Instance machine, List<Candidate> candidates) {
    candidates.forEach(candidate -> contested.add(candidate.key()));
    problems.add(
        new Problem(
            "several_keys",
            machine.id(),
            "Cannot choose a key for "
                + machine.id()
                + ": the state has it "
                + candidates.size()
                + " times, at "
                + candidates.stream()
                    .map(candidate -> Excerpt.escaped(candidate.origin()))
                    .collect(Collectors.joining(" and "))
                + "; take one out with terraform state rm, or give the key with --keys"));
  }

  private void add(String key, List<Instance> several) {
    if (several.size() == 1 && !contested.contains(key)) {
      machines.put(key, several.get(0));
      return;
    }
    contested.add(key);
    if (several.size() > 1) {
      problems.add(
          new Problem(
              "key_twice",
              key,
              "Cannot tell "
                  + Listed.count(several.size(), "machine")
                  + " apart that have the key "
                  + Excerpt.quoted(key)
                  + ": "
                  + Listed.of(several.stream().map(Instance::id).toList())
                  + "; give them keys of their own with --keys"));
    }
  }

  /** Returns the machines that have a key of their own, by key. */
  public SortedMap<String, Instance> machines() {
    return Collections.unmodifiableSortedMap(machines);
  }

  /** Whether several machines have the key, or it is one of several of a machine. */
  public boolean isContested(String key) {
    return contested.contains(key);
  }

  /** Returns why keys are contested. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Returns the ids of the machines that have no key. */
  public SortedSet<String> without() {
    return Collections.unmodifiableSortedSet(without);
  }
}
