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

  /**
   * Draws a machine.
   *
   * @param id begins the ids of all pictures; unique in the page
   * @param amounts how amounts of money are shown
   */
  public static MachinePictures of(
      Judged judged, String id, Function<MonthlyPrice, String> amounts) {
    Verdict verdict = judged.verdict();
    Optional<MachineHistory> history =
        judged
            .grounds()
            .map(
                grounds ->
                    MachineHistory.of(
                        judged.machine(), grounds.policy(), grounds.catalog(), verdict.asOf()));
    List<Picture> wide = new ArrayList<>();
    List<Picture> details = new ArrayList<>();
    history.ifPresent(
        found -> {
          cpu(judged, found, id, wide, details);
          memory(verdict, found, id, wide, details);
        });
    new CostBars(amounts).draw(id + "-cost", verdict).ifPresent(details::add);
    RiskPips.draw(id + "-risk", verdict).ifPresent(details::add);
    WorkerMemory.draw(id + "-workers", verdict).ifPresent(details::add);
    return new MachinePictures(wide, details);
  }

  private static void cpu(
      Judged judged, MachineHistory history, String id, List<Picture> wide, List<Picture> details) {
    Verdict verdict = judged.verdict();
    DimensionFacts.cpu(verdict, history)
        .ifPresent(
            facts -> {
              wide.add(new UsagePicture(facts, history).draw(id + "-cpu"));
              details.add(new DurationCurve(facts).draw(id + "-cpu-time"));
              facts
                  .present()
                  .ifPresent(now -> details.add(heat(judged, history, now).draw(id + "-week")));
              new ProjectionPicture(facts, Projection::cpuPeak)
                  .draw(id + "-cpu-on", id + "-cpu", verdict)
                  .ifPresent(details::add);
            });
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

  private static void memory(
      Verdict verdict,
      MachineHistory history,
      String id,
      List<Picture> wide,
      List<Picture> details) {
    DimensionFacts.memory(verdict, history)
        .ifPresent(
            facts -> {
              wide.add(new UsagePicture(facts, history).draw(id + "-memory"));
              details.add(new DurationCurve(facts).draw(id + "-memory-time"));
              new ProjectionPicture(facts, Projection::memoryPeak)
                  .draw(id + "-memory-on", id + "-memory", verdict)
                  .ifPresent(details::add);
            });
  }
}
