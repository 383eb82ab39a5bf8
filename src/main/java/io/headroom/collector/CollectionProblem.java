package io.headroom.collector;

import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that could not be read. It costs a scope or a machine some data, never more, and what
 * is missing is never low usage.
 *
 * @param kind why, as a class
 * @param instanceId the machine it costs something; nothing if it is about the whole scope
 * @param message one sentence that names what is missing, why, and what to do
 */
public record CollectionProblem(
    Scope scope, FailureKind kind, Optional<String> instanceId, String message)
    implements Comparable<CollectionProblem> {

  private static final Comparator<CollectionProblem> ORDER =
      Comparator.comparing(CollectionProblem::scope)
          .thenComparing(problem -> problem.instanceId().orElse(""))
          .thenComparing(CollectionProblem::kind)
          .thenComparing(CollectionProblem::message);

  /** Returns the problem of a whole scope in which a call failed. */
  public static CollectionProblem of(Scope scope, CloudException failure) {
    return new CollectionProblem(scope, failure.kind(), Optional.empty(), failure.getMessage());
  }

  /** Returns the problem of one machine. */
  public static CollectionProblem of(
      Scope scope, String instanceId, FailureKind kind, String message) {
    return new CollectionProblem(scope, kind, Optional.of(instanceId), message);
  }

  @Override
  public int compareTo(CollectionProblem other) {
    return ORDER.compare(this, other);
  }
}
