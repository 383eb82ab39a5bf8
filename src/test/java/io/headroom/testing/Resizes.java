package io.headroom.testing;

import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Order;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.OperationId;
import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.PlannedResize;
import io.headroom.model.resize.WorkerChange;
import io.headroom.model.resize.WorkerCounts;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Blocker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Resizes from big to small, or to spare. */
public final class Resizes {

  private Resizes() {}

  /** Returns the machine of that id in eu-central-1a. */
  public static MachineRef machine(String id) {
    return new MachineRef(
        new Placement(Provider.AWS, "111122223333", "eu-central-1", Optional.of("eu-central-1a")),
        id,
        "erp " + id);
  }

  /** Returns the resize of a machine, with everything that one can have. */
  public static PlannedResize planned(String machine, Optional<String> group) {
    return new PlannedResize(
        machine(machine),
        "big",
        "small",
        List.of("spare"),
        Optional.of(
            new WorkerChange(
                new WorkerCounts(12, OptionalInt.of(4)), new WorkerCounts(6, OptionalInt.of(2)))),
        group,
        Optional.of(new MonthlySaving(new BigDecimal("35.0400"), Currency.getInstance("USD"))),
        Duration.ofMinutes(4),
        List.of(new Blocker(Blocker.Kind.NOT_VERIFIED, "offered in eu-central-1a")));
  }

  /** Returns the operation that carries it out. */
  public static Operation operation(
      String id, String machine, Optional<String> group, Instant now) {
    return Operation.begin(
        new OperationId(id),
        new Order(
            planned(machine, group),
            new PlanHash("7f".repeat(32)),
            now.plus(Duration.ofHours(8)),
            "anna"),
        now);
  }
}
