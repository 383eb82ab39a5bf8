package io.headroom.terraform.proposal;

/** Says which recommendations somebody agreed to. */
@FunctionalInterface
public interface Approvals {

  /** Every recommendation, whether somebody agreed or not. */
  Approvals NOT_ASKED_FOR = advice -> true;

  /**
   * Whether somebody agreed to what is recommended for this machine, and to nothing else: to
   * another type of an earlier recommendation is no.
   */
  boolean cover(MachineAdvice advice);
}
