package io.headroom.policy.expectation;

import io.headroom.document.DocumentProblem;
import io.headroom.model.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A test of policies on a recording, as a user writes it.
 *
 * @param origin name of the file it was read from
 * @param policies names or files of the policies in their order; empty means those of the command
 *     line; relative to the file
 * @param recording folder of the recording, relative to the file; absent means that of the command
 *     line
 * @param asOf end of the look-back window; absent means the end of the recording
 * @param cases what is expected
 */
public record PolicyTest(
    String origin,
    List<String> policies,
    Optional<String> recording,
    Optional<Instant> asOf,
    List<PolicyExpectation> cases) {

  /** Copies the lists. */
  public PolicyTest {
    policies = List.copyOf(policies);
    cases = List.copyOf(cases);
  }

  /** Returns everything that is not as expected, by case; verdicts without a case do not matter. */
  public List<DocumentProblem> failures(Iterable<Verdict> verdicts) {
    Map<String, Verdict> byInstance = new HashMap<>();
    verdicts.forEach(verdict -> byInstance.put(verdict.instance().id(), verdict));
    List<DocumentProblem> failures = new ArrayList<>();
    for (PolicyExpectation expectation : cases) {
      Verdict verdict = byInstance.get(expectation.instance());
      failures.addAll(
          verdict == null ? List.of(expectation.missing()) : expectation.failures(verdict));
    }
    return List.copyOf(failures);
  }
}
