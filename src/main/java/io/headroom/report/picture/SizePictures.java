package io.headroom.report.picture;

import io.headroom.advice.ComparedSize;
import io.headroom.advice.SizeComparison;
import io.headroom.advice.SizeRole;
import io.headroom.engine.candidate.Need;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.VCpus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The pictures of sizes side by side.
 *
 * @param history demand day by day against what each size has
 * @param bars what each size would have meant
 */
public record SizePictures(List<Picture> history, List<Picture> bars) {

  /** Copies the lists. */
  public SizePictures {
    history = List.copyOf(history);
    bars = List.copyOf(bars);
  }

  /**
   * Draws a comparison.
   *
   * @param amounts how amounts of money are shown
   * @param times how lengths of time are shown
   */
  public static SizePictures of(
      SizeComparison comparison,
      Function<MonthlyPrice, String> amounts,
      Function<Duration, String> times) {
    List<Picture> bars = new ArrayList<>();
    if (comparison.cpuRecorded()) {
      bars.add(wait(comparison, times));
      bars.add(saturated(comparison, times));
    }
    if (comparison.memoryRecorded()) {
      bars.add(outOfMemory(comparison));
    }
    bars.add(price(comparison, amounts));
    return new SizePictures(history(comparison), bars);
  }

  private static List<Picture> history(SizeComparison comparison) {
    List<Picture> history = new ArrayList<>();
    if (comparison.cpuRecorded()) {
      List<DayBars.Day> days =
          comparison.days().stream()
              .map(
                  day ->
                      new DayBars.Day(
                          day.day(), day.cpuPeak().stream().mapToDouble(VCpus::value).findFirst()))
              .toList();
      history.add(
          new DayBars(days, lines(comparison, SizePictures::vcpus), " vCPU")
              .draw("days-cpu", "CPU demand by day, and what each size has"));
    }
    if (comparison.memoryRecorded()) {
      List<DayBars.Day> days =
          comparison.days().stream()
              .map(day -> new DayBars.Day(day.day(), gibibytes(day.memoryPeak().stream().toList())))
              .toList();
      history.add(
          new DayBars(days, lines(comparison, SizePictures::memory), " GiB")
              .draw("days-memory", "Memory by day, and what each size has"));
    }
    return history;
  }

  private static OptionalDouble gibibytes(List<Mebibytes> peak) {
    return peak.stream().mapToDouble(Figures::gibibytes).findFirst();
  }

  private static double vcpus(ComparedSize size) {
    return Need.countedVcpus(size.trial().type()).value();
  }

  private static double memory(ComparedSize size) {
    return Figures.gibibytes(size.trial().type().memory());
  }

  private static List<DayBars.Line> lines(
      SizeComparison comparison, Function<ComparedSize, Double> amount) {
    return comparison.sizes().stream()
        .map(size -> new DayBars.Line(size.instanceType(), amount.apply(size), style(size)))
        .toList();
  }

  /** Returns the name of a size's style: what there is now, what is recommended, what is short. */
  public static String style(ComparedSize size) {
    if (size.is(SizeRole.RECOMMENDED)) {
      return "new";
    }
    if (size.is(SizeRole.CURRENT)) {
      return "now";
    }
    return size.is(SizeRole.JUST_BELOW_AVERAGE) ? "short" : "other";
  }

  private static Picture wait(SizeComparison comparison, Function<Duration, String> times) {
    return bars(
        "wait",
        "Longest wait",
        comparison,
        size ->
            size.trial()
                .outcome()
                .cpu()
                .map(cpu -> amount(cpu.delays().worst(), times))
                .orElse(UNKNOWN));
  }

  private static Picture saturated(SizeComparison comparison, Function<Duration, String> times) {
    return bars(
        "saturated",
        "CPU saturated",
        comparison,
        size ->
            size.trial()
                .outcome()
                .cpu()
                .map(cpu -> amount(cpu.saturated(), times))
                .orElse(UNKNOWN));
  }

  private static Picture outOfMemory(SizeComparison comparison) {
    return bars(
        "memory",
        "Out of memory, times",
        comparison,
        size ->
            size.trial()
                .outcome()
                .memory()
                .map(memory -> new Amount(memory.events(), String.valueOf(memory.events())))
                .orElse(UNKNOWN));
  }

  private static Picture price(SizeComparison comparison, Function<MonthlyPrice, String> amounts) {
    return bars(
        "price",
        "Price of a month",
        comparison,
        size ->
            size.trial()
                .price()
                .map(price -> new Amount(price.amount().doubleValue(), amounts.apply(price)))
                .orElse(UNKNOWN));
  }

  private static final Amount UNKNOWN = new Amount(0, "not known");

  private record Amount(double value, String text) {}

  private static Amount amount(Duration length, Function<Duration, String> times) {
    return new Amount(length.toMillis(), times.apply(length));
  }

  private static Picture bars(
      String id, String caption, SizeComparison comparison, Function<ComparedSize, Amount> amount) {
    List<Bars.Bar> bars = new ArrayList<>();
    for (ComparedSize size : comparison.sizes()) {
      Amount found = amount.apply(size);
      bars.add(new Bars.Bar(size.instanceType(), found.value(), found.text(), style(size)));
    }
    return Bars.draw("bars-" + id, caption, bars);
  }
}
