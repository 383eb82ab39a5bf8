package io.headroom.cli;

import io.headroom.cli.DoctorCheck.Result;
import io.headroom.collector.AccessReport;
import io.headroom.collector.Identity;
import io.headroom.collector.Permission;
import io.headroom.collector.Probe;
import io.headroom.collector.examination.ScopeFindings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Says of the findings in a scope what is as it should be and what is not. */
final class CloudChecks {

  /** Providers say whole seconds, and an answer takes a part of one. */
  private static final Duration EQUAL = Duration.ofSeconds(2);

  private final ScopeFindings found;
  private final List<DoctorCheck> checks = new ArrayList<>();

  private CloudChecks(ScopeFindings found) {
    this.found = found;
  }

  static List<DoctorCheck> of(ScopeFindings found) {
    return new CloudChecks(found).all();
  }

  private List<DoctorCheck> all() {
    AccessReport access = found.access();
    access.identity().ifPresent(who -> add("who", Result.OK, who.principal() + account(who)));
    access.failure().ifPresent(why -> add("who", Result.FAILED, why.getMessage()));
    clock();
    access.probes().forEach(this::permission);
    if (access.isReadable()) {
      machines();
    }
    found.problems().forEach(problem -> add("read", Result.FAILED, problem.message()));
    return checks;
  }

  private String account(Identity who) {
    return switch (found.scope().provider()) {
      case AWS -> ", account " + who.account();
      case GCE -> ", project " + who.account();
    };
  }

  private void add(String subject, Result result, String detail) {
    checks.add(new DoctorCheck(found.scope().toString(), subject, result, detail));
  }

  private void clock() {
    BiConsumer<Result, String> clock = (result, detail) -> add("clock", result, detail);
    found
        .access()
        .ahead()
        .ifPresentOrElse(
            by ->
                clock.accept(
                    found.isClockOff() ? Result.MISSING : Result.OK,
                    clock(by)
                        + (found.isClockOff()
                            ? ", more than the "
                                + ScopeFindings.CLOCK_BOUND.toSeconds()
                                + " s that do no harm; set it, for instance by chrony"
                            : "")),
            () -> clock.accept(Result.NOT_CHECKED, "the provider did not say what time it is"));
  }

  private static String clock(Duration by) {
    if (by.abs().compareTo(EQUAL) <= 0) {
      return "that of the provider, as far as can be told";
    }
    return seconds(by.abs()).toPlainString()
        + " s "
        + (by.isNegative() ? "behind" : "ahead of")
        + " the provider's";
  }

  /** Returns a length in seconds, to the tenth; the provider says whole ones. */
  static BigDecimal seconds(Duration by) {
    return BigDecimal.valueOf(by.toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
  }

  private void permission(Probe probe) {
    Permission permission = probe.permission();
    add(
        permission.action(),
        probe.isAllowed() ? Result.OK : probe.isDenied() ? Result.MISSING : Result.FAILED,
        probe.failure().map(why -> why.getMessage()).orElse(permission.purpose()));
  }

  private void machines() {
    add("machines", Result.OK, Counted.of(found.machines(), "machine"));
    int without = found.withoutMemory().size();
    String stopped =
        found.notRunning() == 0
            ? ""
            : "; " + found.notRunning() + " without one do not run, so nothing can be said of them";
    if (without > 0) {
      add(
          "memory",
          Result.MISSING,
          without
              + " of "
              + Counted.of(found.machines(), "machine")
              + (without == 1 ? " runs" : " run")
              + " without a memory metric: memory is never made smaller there"
              + stopped);
    } else if (found.machines() > 0 && found.problems().isEmpty()) {
      add("memory", Result.OK, "every machine that runs has a memory metric" + stopped);
    }
  }
}
