package io.headroom.executor.run;

import io.headroom.executor.guard.GroupBudget;
import io.headroom.executor.journal.Opening;
import io.headroom.executor.journal.OpeningLimit;
import io.headroom.executor.journal.OperationJournal;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Order;
import io.headroom.model.resize.OperationId;
import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.PlannedResize;
import io.headroom.model.resize.ResizePlan;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Opens the operations of an approved plan, as many at once as may be. Doing it again, or by two
 * replicas at once, opens nothing twice: an operation's id follows from the plan and the machine.
 */
public final class PlanRun {

  private final OperationJournal journal;
  private final GroupBudget budget;
  private final int atOnce;

  /**
   * Prepares a run.
   *
   * @param atOnce most machines of all that are changed at the same time
   */
  public PlanRun(OperationJournal journal, GroupBudget budget, int atOnce) {
    this.journal = journal;
    this.budget = budget;
    this.atOnce = atOnce;
  }

  /**
   * Opens what may be opened now and returns what came of each, by operation; a plan that has
   * expired opens nothing.
   */
  public SortedMap<OperationId, Opening.Result> open(
      ResizePlan plan, PlanHash hash, String approvedBy) {
    SortedMap<OperationId, Opening.Result> results = new TreeMap<>();
    if (plan.isStaleAt(journal.now())) {
      return Collections.unmodifiableSortedMap(results);
    }
    for (int number = 0; number < plan.resizes().size(); number++) {
      PlannedResize resize = plan.resizes().get(number);
      Order order = new Order(resize, hash, plan.validity().end(), approvedBy);
      Operation operation = Operation.begin(id(hash, number), order, journal.now());
      results.put(operation.id(), journal.open(operation, limit(resize)).result());
    }
    return Collections.unmodifiableSortedMap(results);
  }

  /** Returns the id of the operation for the machine of that number in the plan. */
  public static OperationId id(PlanHash hash, int number) {
    return new OperationId("op-" + hash + "-" + number);
  }

  private OpeningLimit limit(PlannedResize resize) {
    return new OpeningLimit(resize.group().map(budget::left).orElse(Integer.MAX_VALUE), atOnce);
  }
}
