package io.headroom.engine.verdict;

import io.headroom.engine.candidate.Candidate;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A finding in the making: what was decided, before it is written out. */
final class Draft {

  private final Finding finding;
  private final List<FindingReason> reasons;
  private final List<Notice> notices = new ArrayList<>();
  private List<Candidate> chosen = List.of();
  private Optional<Candidate> destination = Optional.empty();
  private List<Rejection> rejected = List.of();
  private SortedMap<String, Integer> excludedByRule = new TreeMap<>();

  Draft(Finding finding, List<FindingReason> reasons) {
    this.finding = finding;
    this.reasons = List.copyOf(reasons);
  }

  Draft chosen(List<Candidate> candidates) {
    chosen = candidates;
    return this;
  }

  Draft destination(Optional<Candidate> candidate) {
    destination = candidate;
    return this;
  }

  Draft rejected(List<Rejection> rejections, SortedMap<String, Integer> excluded) {
    rejected = rejections;
    excludedByRule = excluded;
    return this;
  }

  Draft notice(Notice notice) {
    notices.add(notice);
    return this;
  }

  Finding finding() {
    return finding;
  }

  List<FindingReason> reasons() {
    return reasons;
  }

  List<Candidate> chosen() {
    return chosen;
  }

  Optional<Candidate> destination() {
    return destination;
  }

  List<Rejection> rejected() {
    return rejected;
  }

  SortedMap<String, Integer> excludedByRule() {
    return excludedByRule;
  }

  List<Notice> notices() {
    return notices;
  }
}
