package io.headroom.policy.expectation;

import io.headroom.document.DocumentProblem;
import io.headroom.document.Place;
import io.headroom.model.catalog.Offering;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the verdict on one machine should be. Only what is said is compared. What the machine should
 * be is the recommendation, or the present type if it should stay as it is.
 *
 * @param place where it is written
 * @param instance id of the machine
 * @param policy name of the policy that should be for it
 * @param reasons reasons the verdict should have, among others
 * @param instanceType what the machine should be
 * @param size how large that should be
 * @param workers how many web workers it should run
 * @param risk performance risk of what it should be, 0 to 4
 */
public record PolicyExpectation(
    Place place,
    String instance,
    Optional<String> policy,
    Optional<Finding> finding,
    SortedSet<FindingReason> reasons,
    Optional<String> instanceType,
    Size size,
    Bounds<Integer> workers,
    Bounds<Integer> risk) {

  /** How large a type should be. */
  public record Size(Bounds<VCpus> vcpus, Bounds<Mebibytes> memory) {}

  /** Copies the set. */
  public PolicyExpectation {
    reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
  }

  /** Returns what differs, in the order of the components; nothing if all is as expected. */
  public List<DocumentProblem> failures(Verdict verdict) {
    List<String> failures = new ArrayList<>();
    same("policy", policy, verdict.policy()).ifPresent(failures::add);
    same("finding", finding, verdict.finding()).ifPresent(failures::add);
    reasons.stream()
        .filter(reason -> !verdict.reasons().contains(reason))
        .map(reason -> "reasons are " + verdict.reasons() + "; expected " + reason + " among them")
        .forEach(failures::add);
    same("instance_type", instanceType, typeOf(verdict)).ifPresent(failures::add);
    Optional<Offering> offering = offeringOf(verdict);
    size.vcpus()
        .failure("vcpus", offering.map(found -> found.type().vcpus()))
        .ifPresent(failures::add);
    size.memory()
        .failure("memory", offering.map(found -> found.type().memory()))
        .ifPresent(failures::add);
    workers
        .failure("workers", verdict.workers().map(advice -> advice.recommended()))
        .ifPresent(failures::add);
    risk.failure("performance_risk", riskOf(verdict).map(PerformanceRisk::level))
        .ifPresent(failures::add);
    return failures.stream().map(this::problem).toList();
  }

  /** Returns that there is no verdict on the machine. */
  DocumentProblem missing() {
    return problem("there is no such machine in the recording");
  }

  private DocumentProblem problem(String failure) {
    return new DocumentProblem(place, instance + ": " + failure);
  }

  private static <T> Optional<String> same(String what, Optional<T> expected, T found) {
    return expected
        .filter(value -> !value.equals(found))
        .map(value -> what + " is " + (found.equals("") ? "none" : found) + "; expected " + value);
  }

  private static String typeOf(Verdict verdict) {
    return verdict.recommended().map(Option::instanceType).orElse(verdict.current().instanceType());
  }

  private static Optional<Offering> offeringOf(Verdict verdict) {
    return verdict.recommended().map(Option::offering).or(() -> verdict.current().offering());
  }

  private static Optional<PerformanceRisk> riskOf(Verdict verdict) {
    return verdict.recommended().map(Option::risk).or(() -> verdict.current().risk());
  }
}
