package io.headroom.terraform.proposal;

import io.headroom.advice.Problem;
import io.headroom.terraform.variables.Variables;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the variables should say.
 *
 * @param before what they say
 * @param after what they should say
 * @param changes the differences, by key
 * @param fallbacks types to try when the cloud refuses capacity, by key, of machines with another
 *     type recommended
 * @param problems what could not be told, in their order
 * @param notes what else to know; nothing of it costs anything
 */
public record Proposal(
    Variables before,
    Variables after,
    List<EntryChange> changes,
    SortedMap<String, List<String>> fallbacks,
    List<Problem> problems,
    List<String> notes) {

  /** Copies the collections, sorts the problems. */
  public Proposal {
    changes = List.copyOf(changes);
    fallbacks = Collections.unmodifiableSortedMap(new TreeMap<>(fallbacks));
    problems = problems.stream().sorted().toList();
    notes = List.copyOf(notes);
  }

  /** Returns how many changes are of that kind. */
  public long count(EntryChange.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }
}
