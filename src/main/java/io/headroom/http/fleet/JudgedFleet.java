package io.headroom.http.fleet;

import io.headroom.advice.Adviser;
import io.headroom.advice.RunSummary;
import io.headroom.model.verdict.Verdict;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fleet with the verdicts on all of its machines.
 *
 * @param verdicts by instance id
 * @param summary what they add up to, with all problems met
 * @param adviser what they were made by
 */
public record JudgedFleet(
    SortedMap<String, Verdict> verdicts, RunSummary summary, Adviser adviser) {

  /** Copies the map. */
  public JudgedFleet {
    verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
  }

  /** Returns the verdict on a machine, or nothing if there is none of that id. */
  public Optional<Verdict> verdict(String id) {
    return Optional.ofNullable(verdicts.get(id));
  }
}
