package io.headroom.advice.backtest;

import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is tried on whom.
 *
 * @param contenders the policies, in the order of the results
 * @param reference name of the contender that all others are compared with
 * @param clairvoyant the policy whose candidate rules the clairvoyant choice keeps to
 * @param played which CPU series of the test part is played
 * @param half which machines take part
 * @param resamples how often the machines are resampled for the intervals, 1 or more
 * @param seed where the resampling starts
 */
public record BacktestPlan(
    CutRule cuts,
    List<Contender> contenders,
    String reference,
    Policy clairvoyant,
    SampleSeries played,
    MachineHalf half,
    int resamples,
    long seed) {

  /** Name of the line that keeps every machine as it is. */
  public static final String PRESENT = "present-size";

  /** Name of the line that knew the test part. */
  public static final String CLAIRVOYANT = "clairvoyant";

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no contender, two have one name, a name is taken,
   *     the reference is none of them, or there is no resample
   */
  public BacktestPlan {
    contenders = List.copyOf(contenders);
    Set<String> names = new HashSet<>(Set.of(PRESENT, CLAIRVOYANT));
    for (Contender contender : contenders) {
      if (!names.add(contender.name())) {
        throw new IllegalArgumentException(
            "Invalid policies: two are called "
                + contender.name()
                + "; give one of them another name");
      }
    }
    String wanted = reference;
    if (contenders.stream().noneMatch(contender -> contender.name().equals(wanted))) {
      throw new IllegalArgumentException(
          "Invalid reference: "
              + reference
              + "; expected one of "
              + String.join(", ", contenders.stream().map(Contender::name).toList()));
    }
    if (resamples < 1) {
      throw new IllegalArgumentException(
          "Invalid number of resamples: " + resamples + "; expected 1 or more");
    }
  }
}
