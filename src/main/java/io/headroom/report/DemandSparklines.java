package io.headroom.report;

import io.headroom.engine.replay.DayDemand;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The largest demand of each day in a line for CPU and one for memory, the peak day named. */
public final class DemandSparklines {

  /** More days than this do not fit a line; the latest are shown. */
  private static final int MOST_DAYS = 64;

  private DemandSparklines() {}

  /** Returns the section, ending with a newline; nothing at all for no days. */
  public static String of(List<DayDemand> days) {
    if (days.isEmpty()) {
      return "";
    }
    List<DayDemand> shown = days.subList(Math.max(0, days.size() - MOST_DAYS), days.size());
    Page page = new Page();
    page.section("Day by day, " + shown.get(0).day() + " to " + shown.get(shown.size() - 1).day());
    line(
        page,
        "CPU",
        shown,
        day -> day.cpuPeak().map(VCpus::value),
        peak -> new VCpus(peak) + " vCPU");
    line(
        page,
        "memory",
        shown,
        day -> day.memoryPeak().map(Mebibytes::value),
        peak -> new Mebibytes(peak).toString());
    return page.toString();
  }

  private static void line(
      Page page,
      String name,
      List<DayDemand> days,
      Function<DayDemand, Optional<Double>> value,
      Function<Double, String> shown) {
    record Peak(LocalDate day, double value) {}
    days.stream()
        .flatMap(day -> value.apply(day).map(found -> new Peak(day.day(), found)).stream())
        .max(
            Comparator.comparingDouble(Peak::value)
                .thenComparing(Peak::day, Comparator.reverseOrder()))
        .ifPresent(
            peak ->
                page.line(
                    name,
                    Sparkline.of(days.stream().map(day -> optional(value.apply(day))).toList())
                        + "  most on "
                        + peak.day()
                        + ": "
                        + shown.apply(peak.value())));
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
