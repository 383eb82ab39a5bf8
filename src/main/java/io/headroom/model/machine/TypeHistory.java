package io.headroom.model.machine;

import java.util.Comparator;
import java.util.List;

/**
 * Which instance type was in force when. Without a change the present type is assumed for all of
 * the past, and a verdict says so.
 *
 * @param present the type now
 * @param changes the proven changes in the order of time; the last one is to the present type
 */
public record TypeHistory(String present, List<TypeChange> changes) {

  /**
   * Sorts the changes by time.
   *
   * @throws IllegalArgumentException if the last change is not to the present type, or two changes
   *     have the same time
   */
  public TypeHistory {
    changes = changes.stream().sorted(Comparator.comparing(TypeChange::from)).toList();
    for (int i = 1; i < changes.size(); i++) {
      if (changes.get(i).from().equals(changes.get(i - 1).from())) {
        throw new IllegalArgumentException(
            "Invalid type history: two types from " + changes.get(i).from() + "; expected one");
      }
    }
    if (!changes.isEmpty() && !changes.get(changes.size() - 1).instanceType().equals(present)) {
      throw new IllegalArgumentException(
          "Invalid type history: it ends with "
              + changes.get(changes.size() - 1).instanceType()
              + "; expected the present type "
              + present);
    }
  }

  /** Returns a history in which only the present type is known. */
  public static TypeHistory assumed(String present) {
    return new TypeHistory(present, List.of());
  }

  /** Whether nothing shows which type was in force in the past. */
  public boolean isAssumed() {
    return changes.isEmpty();
  }
}
