package io.headroom.model.policy;

import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Share;
import java.util.OptionalInt;

/**
 * How workers are sized with the machine.
 *
 * @param perWorker memory of a web worker where it is not measured; 150 MiB for gunicorn on Frappe
 * @param perBackgroundWorker memory of a background worker where it is not measured; 80 MiB for RQ
 * @param coResident share of the CPU demand that services beside the workers take, where the host
 *     profile names such services and does not say what they used
 * @param backgroundShare most of the memory left for the application that background workers take
 *     when it is scarce
 * @param minimum least web workers
 * @param maximum most web workers
 * @param needed web workers that must fit, if the policy says so
 */
public record WorkerRule(
    Mebibytes perWorker,
    Mebibytes perBackgroundWorker,
    Share coResident,
    Share backgroundShare,
    int minimum,
    int maximum,
    OptionalInt needed) {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if the minimum is below 1, or the maximum or a needed count is
   *     below the minimum or above the maximum
   */
  public WorkerRule {
    if (minimum < 1 || maximum < minimum) {
      throw new IllegalArgumentException(
          "Invalid worker bounds: "
              + minimum
              + " to "
              + maximum
              + "; expected 1 or more, ascending");
    }
    if (needed.isPresent() && (needed.getAsInt() < minimum || needed.getAsInt() > maximum)) {
      throw new IllegalArgumentException(
          "Invalid needed workers: "
              + needed.getAsInt()
              + "; expected "
              + minimum
              + " to "
              + maximum);
    }
  }
}
