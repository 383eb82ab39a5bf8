package io.headroom.report.picture;

import io.headroom.advice.Judged;
import io.headroom.engine.demand.MachineHistory;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.Projection;
import io.headroom.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All pictures of one machine.
 *
 * @param history the wide ones: use over time
 * @param details the others
 */
public record MachinePictures(List<Picture> history, List<Picture> details) {

  /** Copies the lists. */
  public MachinePictures {
    history = List.copyOf(history);
    details = List.copyOf(details);
  }

  /** Options that are drawn; the table has all. */
  static final int OPTIONS_DRAWN = 3;

  /**
   * Draws a machine.
   *
   * @param id begins the ids of all pictures; unique in the page
   * @param columns columns of the pictures over time: more are finer and take more bytes
   * @param amounts how amounts of money are shown
   */
  public static MachinePictures of(
      Judged judged, String id, int columns, Function<MonthlyPrice, String> amounts) {
    Verdict verdict = judged.verdict();
    Optional<MachineHistory> history = history(judged);
    Optional<DimensionFacts> cpu =
        history.flatMap(found -> DimensionFacts.cpu(verdict, found, columns));
    Optional<DimensionFacts> memory =
        history.flatMap(found -> DimensionFacts.memory(verdict, found, columns));
    List<Picture> wide = new ArrayList<>();
    cpu.ifPresent(
        facts -> wide.add(new UsagePicture(facts, history.orElseThrow()).draw(id + "-cpu")));
    memory.ifPresent(
        facts -> wide.add(new UsagePicture(facts, history.orElseThrow()).draw(id + "-memory")));
    List<Picture> details = new ArrayList<>();
    cpu.ifPresent(facts -> details.add(new DurationCurve(facts).draw(id + "-cpu-time")));
    memory.ifPresent(facts -> details.add(new DurationCurve(facts).draw(id + "-memory-time")));
    cpu.flatMap(
            facts ->
                new ProjectionPicture(facts, Projection::cpuPeak)
                    .draw(id + "-cpu-on", id + "-cpu", verdict))
        .ifPresent(details::add);
    memory
        .flatMap(
            facts ->
                new ProjectionPicture(facts, Projection::memoryPeak)
                    .draw(id + "-memory-on", id + "-memory", verdict))
        .ifPresent(details::add);
    cpu.flatMap(DimensionFacts::present)
        .map(now -> heat(judged, history.orElseThrow(), now).draw(id + "-week"))
        .ifPresent(details::add);
    new CostBars(amounts).draw(id + "-cost", verdict).ifPresent(details::add);
    RiskPips.draw(id + "-risk", verdict).ifPresent(details::add);
    WorkerMemory.draw(id + "-workers", verdict).ifPresent(details::add);
    return new MachinePictures(wide, details);
  }

  private static Optional<MachineHistory> history(Judged judged) {
    return judged
        .grounds()
        .map(
            grounds ->
                MachineHistory.of(
                    judged.machine(),
                    grounds.policy(),
                    grounds.catalog(),
                    judged.verdict().asOf()));
  }

  private static WeekHeat heat(Judged judged, MachineHistory history, double capacity) {
    Judged.Grounds grounds = judged.grounds().orElseThrow();
    WeekHeat heat =
        new WeekHeat(
            history.cpu().or(history::cpuMaxima).orElseThrow(),
            grounds.policy().calendar().zone(),
            capacity);
    grounds.execution().windows().ifPresent(windows -> heat.mark(windows, judged.verdict().asOf()));
    return heat;
  }
}
