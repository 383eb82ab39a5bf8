package io.headroom.oracle;

import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules say of a machine.
 *
 * @param recommended the type it should be; absent if it should stay
 * @param presentPrice price of a month of the present type, if it has one
 * @param fits all types that carry the need, best first
 * @param tried list price and first failing dimension of each type the candidate rules let in
 */
public record Expectation(
    Finding finding,
    List<FindingReason> reasons,
    Optional<Fit> recommended,
    Optional<Fit> destination,
    Optional<BigDecimal> presentPrice,
    Required required,
    List<Fit> fits,
    Map<String, Refused> tried) {

  /**
   * Required capacity.
   *
   * @param vcpus vCPUs
   * @param memory MiB with the present workers
   */
  public record Required(double vcpus, double memory) {}

  /**
   * A type the candidate rules let in.
   *
   * @param fails the first dimension it fails; absent if it does
   */
  public record Refused(BigDecimal list, Optional<String> fails) {}
}
