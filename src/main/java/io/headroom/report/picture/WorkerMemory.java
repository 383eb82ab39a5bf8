package io.headroom.report.picture;

import io.headroom.model.catalog.Offering;
import io.headroom.model.demand.Demand;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import io.headroom.report.chart.SvgWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the memory of the present and the recommended type holds at the peak: pools, web workers,
 * and everything else; what is left is headroom.
 */
final class WorkerMemory {

  private static final int ROW = 52;
  private static final int BAR = 24;

  private final Verdict verdict;
  private final WorkerAdvice advice;
  private final double peak;

  private WorkerMemory(Verdict verdict, WorkerAdvice advice, double peak) {
    this.verdict = verdict;
    this.advice = advice;
    this.peak = peak;
  }

  /** Draws the stacks; nothing without workers, without their memory, or without a type. */
  static Optional<Picture> draw(String id, Verdict verdict) {
    Optional<Double> peak =
        verdict
            .demand()
            .flatMap(demands -> demands.memory().observed())
            .map(Demand.Observed::value)
            .map(Mebibytes::value);
    return peak.isEmpty() || verdict.workers().isEmpty() || verdict.current().offering().isEmpty()
        ? Optional.empty()
        : Optional.of(new WorkerMemory(verdict, verdict.workers().get(), peak.get()).drawn(id));
  }

  /** What a type would hold, in MiB. */
  private record Stack(String name, double memory, double pools, int workers, double rest) {}

  private Picture drawn(String id) {
    List<Stack> stacks = stacks();
    SvgWriter svg =
        SvgWriter.picture(id, stacks.size() * ROW, "Workers and memory", description(stacks));
    double largest = stacks.stream().mapToDouble(Stack::memory).max().orElse(1);
    for (int i = 0; i < stacks.size(); i++) {
      draw(svg, stacks.get(i), i * ROW, largest);
    }
    return new Picture(
        "Workers and memory",
        svg.end(),
        List.of(
            new Picture.Key("pools", "database and fixed pools"),
            new Picture.Key("web", "web workers, " + advice.perWorker() + " each"),
            new Picture.Key("rest", "everything else at the peak"),
            new Picture.Key("room", "left")),
        "");
  }

  private List<Stack> stacks() {
    int now = advice.current().orElse(0);
    double configured =
        verdict.instance().host().pools().stream()
            .mapToDouble(pool -> pool.configured().value())
            .sum();
    double rest = Math.max(0, peak - configured - now * advice.perWorker().value());
    List<Stack> stacks = new ArrayList<>();
    verdict
        .current()
        .offering()
        .ifPresent(
            present ->
                stacks.add(
                    new Stack(
                        verdict.current().instanceType() + ", now",
                        memory(present),
                        configured,
                        now,
                        rest)));
    verdict.recommended().ifPresent(option -> stacks.add(recommended(option, rest)));
    return stacks;
  }

  private Stack recommended(Option option, double rest) {
    double fixed =
        verdict.instance().host().pools().stream()
            .filter(pool -> pool.kind() == MemoryPool.Kind.FIXED)
            .mapToDouble(pool -> pool.configured().value())
            .sum();
    return new Stack(
        option.instanceType() + ", recommended",
        memory(option.offering()),
        fixed + advice.bufferPool().map(Mebibytes::value).orElse(0.0),
        advice.recommended(),
        rest);
  }

  private static double memory(Offering offering) {
    return offering.type().memory().value();
  }

  private void draw(SvgWriter svg, Stack stack, int from, double largest) {
    svg.label("name", 0, from + 15.0, stack.name());
    svg.label("name end", 1, from + 15.0, workers(stack) + " in " + new Mebibytes(stack.memory()));
    bar(svg, "bar-room", 0, stack.memory() / largest, from);
    double web = stack.workers() * advice.perWorker().value();
    double[] parts = {stack.pools(), web, stack.rest()};
    String[] styles = {"bar-pools", "bar-web", "bar-rest"};
    double at = 0;
    for (int i = 0; i < parts.length; i++) {
      bar(svg, styles[i], at / largest, Math.min(parts[i], largest - at) / largest, from);
      at = Math.min(largest, at + parts[i]);
    }
  }

  private static void bar(SvgWriter svg, String style, double start, double width, int from) {
    if (width > 0) {
      svg.open("rect").set("class", style).share("x", start).share("width", width);
      svg.set("y", from + 21.0).set("height", BAR).close();
    }
  }

  private static String workers(Stack stack) {
    return stack.workers() + (stack.workers() == 1 ? " worker" : " workers");
  }

  private String description(List<Stack> stacks) {
    StringBuilder text = new StringBuilder();
    for (Stack stack : stacks) {
      text.append(stack.name())
          .append(": ")
          .append(new Mebibytes(stack.memory()))
          .append(" for ")
          .append(workers(stack))
          .append(" of ")
          .append(advice.perWorker())
          .append(", pools of ")
          .append(new Mebibytes(stack.pools()))
          .append(" and ")
          .append(new Mebibytes(stack.rest()))
          .append(" of everything else. ");
    }
    return text.toString().strip();
  }
}
