package io.headroom.model.policy;

import io.headroom.model.unit.Share;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When a change is worth making.
 *
 * @param step how far one change may shrink a machine
 * @param coolDown how long a machine is left alone after a type change
 * @param minimumSaving least saving, as a share of the present price
 * @param minimumAmounts least saving of a month by ISO currency code; a currency that is not there
 *     has no least amount
 * @param optOutTags keys of tags that exclude a machine, whatever their value but {@code false}
 */
public record ChangeRule(
    StepLimit step,
    Duration coolDown,
    Share minimumSaving,
    SortedMap<String, BigDecimal> minimumAmounts,
    SortedSet<String> optOutTags) {

  /** Copies the collections. */
  public ChangeRule {
    minimumAmounts = Collections.unmodifiableSortedMap(new TreeMap<>(minimumAmounts));
    optOutTags = Collections.unmodifiableSortedSet(new TreeSet<>(optOutTags));
  }
}
