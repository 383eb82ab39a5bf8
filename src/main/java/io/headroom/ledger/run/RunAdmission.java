package io.headroom.ledger.run;

import java.util.function.Function;

/** Whether a run may begin. */
public sealed interface RunAdmission {

  /** Returns what one of the functions returns for this answer. */
  <R> R match(
      Function<RunClaim, R> granted, Function<Run, R> underWay, Function<Run, R> hadAlready);

  /** It has begun, and whoever asked is to carry it out. */
  record Granted(RunClaim claim) implements RunAdmission {
    @Override
    public <R> R match(
        Function<RunClaim, R> granted, Function<Run, R> underWay, Function<Run, R> hadAlready) {
      return granted.apply(claim);
    }
  }

  /** Another run of the job is under way. */
  record UnderWay(Run run) implements RunAdmission {
    @Override
    public <R> R match(
        Function<RunClaim, R> granted, Function<Run, R> underWay, Function<Run, R> hadAlready) {
      return underWay.apply(run);
    }
  }

  /** There was a run for the occurrence already. */
  record HadAlready(Run run) implements RunAdmission {
    @Override
    public <R> R match(
        Function<RunClaim, R> granted, Function<Run, R> underWay, Function<Run, R> hadAlready) {
      return hadAlready.apply(run);
    }
  }
}
