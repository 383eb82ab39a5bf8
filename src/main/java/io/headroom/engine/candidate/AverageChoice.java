package io.headroom.engine.candidate;

import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.machine.Instance;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.VCpus;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody buys who looks at averages: the cheapest type of the policy's candidate rules whose
 * sustained vCPUs and memory carry 95 % of the mean demand. Peaks, headroom, workers and step
 * limits are not asked about. Equal prices are ordered by name.
 *
 * <table>
 * <caption>In us-east-1, x86</caption>
 * <tr><th>mean CPU</th><th>mean memory</th><th>95 % of it</th><th>type</th></tr>
 * <tr><td>1.0 vCPU</td><td>4200 MiB</td><td>0.95 / 3990</td><td>c6a.large, 2 / 4096</td></tr>
 * <tr><td>1.0 vCPU</td><td>4400 MiB</td><td>0.95 / 4180</td><td>m5a.large, 2 / 8192</td></tr>
 * </table>
 */
public final class AverageChoice {

  /** Just below the average. */
  private static final double SHARE = 0.95;

  private static final Comparator<CandidateTable.Row> BY_PRICE =
      Comparator.comparing(CandidateTable.Row::price)
          .thenComparing(row -> row.offering().type().name());

  private final CandidateTable table;
  private final Eligibility eligibility;
  private final boolean customShapes;
  private final Share running;

  /**
   * Prepares the choice for a machine whose present type is {@code present}.
   *
   * @param running share of the month that it runs
   */
  public AverageChoice(
      CandidateTable table, Instance instance, InstanceType present, Policy policy, Share running) {
    this.table = table;
    this.eligibility =
        new Eligibility(present, instance.hardware().architecture(), policy.candidates());
    this.customShapes = policy.candidates().customShapes();
    this.running = running;
  }

  /** Returns the type for those means; nothing if no type with a price carries them. */
  public Optional<Offering> of(VCpus meanCpu, Mebibytes meanMemory) {
    VCpus cpu = new VCpus(meanCpu.value() * SHARE);
    Mebibytes memory = meanMemory.times(SHARE);
    Stream<CandidateTable.Row> listed =
        table.rows(running).stream()
            .filter(row -> carries(row.offering().type(), cpu, memory))
            .filter(row -> eligibility.exclusion(row.offering().type()).isEmpty())
            .limit(1);
    return Stream.concat(listed, shapes(cpu, memory))
        .min(BY_PRICE)
        .map(CandidateTable.Row::offering);
  }

  private static boolean carries(InstanceType type, VCpus cpu, Mebibytes memory) {
    return type.sustained().covers(cpu) && type.memory().covers(memory);
  }

  private Stream<CandidateTable.Row> shapes(VCpus cpu, Mebibytes memory) {
    return customShapes
        ? table.catalog().customShapes().stream()
            .filter(shapes -> eligibility.allowsSeries(shapes.series()))
            .flatMap(shapes -> shapesOf(shapes, cpu, memory))
        : Stream.empty();
  }

  private Stream<CandidateTable.Row> shapesOf(CustomShapes shapes, VCpus cpu, Mebibytes memory) {
    return shapes.vcpuCounts().stream()
        .filter(vcpus -> vcpus >= cpu.value())
        .flatMap(
            vcpus ->
                shapes
                    .memoryFor(vcpus, memory)
                    .map(least -> shapes.offering(vcpus, least))
                    .stream())
        .flatMap(
            offering ->
                offering
                    .monthly(running)
                    .map(price -> new CandidateTable.Row(offering, price))
                    .stream());
  }
}
