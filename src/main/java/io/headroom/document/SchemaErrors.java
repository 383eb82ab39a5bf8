package io.headroom.document;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Picks the errors of a schema validator that help. When no alternative of {@code oneOf} fits, the
 * validator reports what is wrong with each of them; only the errors of the one alternative that
 * was meant are of use, or that none fits.
 */
final class SchemaErrors {

  static final String ALTERNATIVES = "oneOf";

  /** How many alternatives fit is the first argument of the validator's message. */
  private static final String NONE_FITS = "0";

  private static final Set<String> CHOICES = Set.of("const", "enum");

  private SchemaErrors() {}

  static List<Error> essential(List<Error> errors) {
    return essential(errors, 0);
  }

  /** Looks at evaluation paths from their step {@code from}. */
  private static List<Error> essential(List<Error> errors, int from) {
    Map<String, Error> unmet = new LinkedHashMap<>();
    for (Error error : errors) {
      if (outermost(error, from) == error.getEvaluationPath().getNameCount() - 1) {
        unmet.put(prefix(error, from), error);
      }
    }
    Map<String, List<Error>> groups = new LinkedHashMap<>();
    List<Error> kept = new ArrayList<>();
    for (Error error : errors) {
      Error owner = unmet.get(prefix(error, from));
      if (owner == null) {
        kept.add(error);
      } else {
        groups.computeIfAbsent(group(error, owner), key -> new ArrayList<>()).add(error);
      }
    }
    groups.values().forEach(group -> kept.addAll(resolved(group, from)));
    return kept;
  }

  /** Returns the index of the first {@code oneOf} of the evaluation path; -1 if there is none. */
  private static int outermost(Error error, int from) {
    NodePath path = error.getEvaluationPath();
    for (int index = from; index < path.getNameCount(); index++) {
      if (ALTERNATIVES.equals(path.getElement(index))) {
        return index;
      }
    }
    return -1;
  }

  private static String prefix(Error error, int from) {
    return steps(error.getEvaluationPath(), outermost(error, from) + 1);
  }

  /**
   * The value that has the alternatives: each entry of a list is one of its own, although all have
   * the same evaluation path, and an error may be deeper inside the value.
   */
  private static String group(Error error, Error owner) {
    return owner.getSchemaLocation()
        + " "
        + steps(error.getInstanceLocation(), owner.getInstanceLocation().getNameCount());
  }

  private static String steps(NodePath path, int count) {
    StringBuilder steps = new StringBuilder();
    for (int index = 0; index < count; index++) {
      steps.append('/').append(path.getElement(index));
    }
    return steps.toString();
  }

  private static List<Error> resolved(List<Error> group, int from) {
    Error first = group.get(0);
    int alternative = outermost(first, from) + 1;
    Error unmet =
        group.stream()
            .filter(error -> error.getEvaluationPath().getNameCount() == alternative)
            .findFirst()
            .orElse(first);
    boolean noneFits = NONE_FITS.equals(String.valueOf(unmet.getArguments()[0]));
    Optional<List<Error>> meant = noneFits ? meant(group, unmet) : Optional.empty();
    return meant.map(errors -> essential(errors, alternative)).orElse(List.of(unmet));
  }

  /** Returns the errors of the one alternative whose type the value has, if there is just one. */
  private static Optional<List<Error>> meant(List<Error> group, Error unmet) {
    int alternative = unmet.getEvaluationPath().getNameCount();
    List<List<Error>> fitting =
        group.stream()
            .filter(error -> error.getEvaluationPath().getNameCount() > alternative)
            .collect(
                Collectors.groupingBy(
                    error -> error.getEvaluationPath().getElement(alternative).toString()))
            .values()
            .stream()
            .filter(errors -> errors.stream().noneMatch(error -> isOfOtherType(error, unmet)))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private static boolean isOfOtherType(Error error, Error unmet) {
    boolean choice = CHOICES.contains(error.getKeyword()) && unmet.getInstanceNode().isContainer();
    return error.getInstanceLocation().equals(unmet.getInstanceLocation())
        && (error.getKeyword().equals("type") || choice);
  }
}
