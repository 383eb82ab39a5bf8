package io.headroom.policy;

import io.headroom.policy.file.LoadedPolicy;
import java.util.List;
import java.util.Optional;

/**
 * Which policy is for a machine, and why.
 *
 * @param policy the first that is for it; absent if none is
 * @param reason why, in words, without a full stop
 * @param undecided policies whose selector could not tell; they are taken not to be for it
 */
public record PolicyMatch(Optional<LoadedPolicy> policy, String reason, List<Undecided> undecided) {

  /**
   * A selector that could not tell whether its policy is for a machine.
   *
   * @param policy name of the policy
   * @param why what was missing, in words
   */
  public record Undecided(String policy, String why) {}

  /** Copies the list. */
  public PolicyMatch {
    undecided = List.copyOf(undecided);
  }
}
