package io.headroom.model.policy;

import io.headroom.model.unit.Share;
import java.util.Optional;

/**
 * How recommendations become changes. It never decides what a machine should be.
 *
 * @param windows when machines may be changed; absent means at any time
 * @param approval who must agree
 * @param limit most machines changed in one run
 * @param sameAnswers how many runs in a row must give the same recommendation before it is planned
 * @param groups machines that must not be changed at the same time
 * @param terraform what is done where Terraform owns a machine
 * @param recipe how worker counts are applied where the host does not say; absent means not at all
 */
public record ExecutionRule(
    Optional<ChangeWindows> windows,
    Approval approval,
    RunLimit limit,
    int sameAnswers,
    Optional<GroupRule> groups,
    TerraformRule terraform,
    Optional<String> recipe) {

  /**
   * Checks the count.
   *
   * @throws IllegalArgumentException if {@code sameAnswers} is below 1
   */
  public ExecutionRule {
    if (sameAnswers < 1) {
      throw new IllegalArgumentException(
          "Invalid same answers: " + sameAnswers + "; expected 1 or more");
    }
  }

  /** Who must agree to a plan. */
  public enum Approval {
    /** Nobody. */
    NONE,
    /** Anybody who may approve, also the person who asked. */
    REQUIRED,
    /** Somebody other than the person who asked. */
    BY_ANOTHER_PERSON
  }

  /** What is done where Terraform owns a machine. */
  public enum TerraformRule {
    /** The variables are written; the change is Terraform's. */
    WRITE_VARIABLES,
    /** The machine is changed, and the variables are written in the same step. */
    CHANGE_AND_WRITE_VARIABLES,
    /** Nothing. */
    LEAVE_ALONE
  }

  /**
   * Most machines changed in one run; the smaller of the two holds, but one machine always may.
   *
   * @param machines most machines
   * @param share most machines as a share of the fleet
   */
  public record RunLimit(int machines, Share share) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if {@code machines} is below 1
     */
    public RunLimit {
      if (machines < 1) {
        throw new IllegalArgumentException(
            "Invalid machines of a run: " + machines + "; expected 1 or more");
      }
    }
  }

  /**
   * Machines that stand in for each other.
   *
   * @param tag key of the tag whose value names the group
   * @param atOnce most machines of a group that are changed at the same time
   */
  public record GroupRule(String tag, int atOnce) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if {@code atOnce} is below 1
     */
    public GroupRule {
      if (atOnce < 1) {
        throw new IllegalArgumentException(
            "Invalid machines at once: " + atOnce + "; expected 1 or more");
      }
    }
  }
}
