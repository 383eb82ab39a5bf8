package io.headroom.engine.worker;

import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Worker counts for a machine that has no history yet. */
public final class WorkerCalculator {

  /** Source: Frappe Press, {@code bench.py}: 1 to 8 sets of background workers. */
  private static final int MOST_BACKGROUND = 8;

  private WorkerCalculator() {}

  /**
   * Returns the worker counts of a machine.
   *
   * <p>By vCPU: {@code floor(2 × free) + 1}. By memory: what the recipe leaves for web workers, or
   * the memory less the fixed part, divided by {@code 1 + headroom}, divided by one worker.
   */
  public static WorkerAnswer answer(WorkerQuestion question) {
    WorkerRecipe recipe = question.recipe();
    VCpus free = question.vcpus().minusAtLeastNone(question.taken());
    int byVcpus = WorkerFormula.forVcpus(free, question.threads().orElse(1));
    Mebibytes application =
        question
            .fixed()
            .map(fixed -> question.memory().minusAtLeastNone(fixed))
            .orElseGet(() -> recipe.usable(question.memory(), question.services()))
            .times(1 / question.headroom().factor());
    Mebibytes forWeb = application.times(recipe.webShare());
    Mebibytes perWorker = question.perWorker().orElseGet(recipe::perWorker);
    long byMemory = (long) Math.floor(forWeb.value() / perWorker.value());
    WorkerFormula.Held held =
        WorkerFormula.held(
            byVcpus, OptionalLong.of(byMemory), question.minimum(), question.maximum());
    return new WorkerAnswer(
        held.workers(),
        held.limitedBy(),
        background(recipe, application.minusAtLeastNone(forWeb)),
        free,
        byVcpus,
        forWeb,
        byMemory,
        perWorker);
  }

  private static OptionalInt background(WorkerRecipe recipe, Mebibytes memory) {
    double set = recipe.perBackgroundSet().value();
    if (set == 0) {
      return OptionalInt.empty();
    }
    int fitting = (int) Math.floor(memory.value() / set);
    return OptionalInt.of(Math.max(1, Math.min(MOST_BACKGROUND, fitting)));
  }
}
