package io.headroom.recording;

import io.headroom.document.Excerpt;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.series.Observations;
import io.headroom.recording.inventory.Inventory;
import io.headroom.recording.problem.LinePlace;
import io.headroom.recording.problem.ProblemLog;
import io.headroom.recording.problem.RecordingProblem;
import io.headroom.recording.samples.MachineRows;
import io.headroom.recording.samples.MachineRowsParser;
import io.headroom.recording.samples.MachineSamples;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Brings rows and machines together, in one pass over the samples, and has them worked on. */
final class MachineDispatch<R> {

  private final Inventory inventory;
  private final String file;
  private final Function<RecordedMachine, R> work;
  private final OrderedWork<Worked<R>> ordered;

  /** The machines that had no rows so far, by id. */
  private final Map<String, Instance> waiting = new LinkedHashMap<>();

  private final Set<String> done = new HashSet<>();

  MachineDispatch(
      Inventory inventory,
      String file,
      Function<RecordedMachine, R> work,
      OrderedWork<Worked<R>> ordered) {
    this.inventory = inventory;
    this.file = file;
    this.work = work;
    this.ordered = ordered;
    inventory.instances().forEach(instance -> waiting.put(instance.id(), instance));
  }

  /** What came of one machine. */
  record Worked<R>(R result, ProblemLog problems) {}

  /** Has a machine's rows parsed and worked on; returns why not if they are no machine's. */
  Optional<RecordingProblem> add(MachineRows rows) throws InterruptedException {
    Instance instance = waiting.remove(rows.instanceId());
    if (instance != null) {
      done.add(rows.instanceId());
      ordered.add(() -> worked(instance, MachineRowsParser.parse(file, rows)), rows.weight());
      return Optional.empty();
    }
    if (done.contains(rows.instanceId())) {
      return Optional.of(
          refused(
              rows, "comes again after rows of others; expected all rows of a machine together"));
    }
    return inventory.leftOut().contains(rows.instanceId())
        ? Optional.empty()
        : Optional.of(refused(rows, "is not in the inventory; expected the id of one that is"));
  }

  /** Has the machines worked on that had no rows. */
  void addThoseWithoutSamples() throws InterruptedException {
    for (Instance instance : List.copyOf(waiting.values())) {
      MachineSamples none = new MachineSamples(Observations.NONE, new ProblemLog());
      ordered.add(() -> worked(instance, none), /* taskWeight= */ 0);
    }
  }

  private Worked<R> worked(Instance instance, MachineSamples samples) {
    RecordedMachine machine =
        new RecordedMachine(
            new Observation(instance, samples.observations()), samples.problems().inOrder());
    return new Worked<>(work.apply(machine), samples.problems());
  }

  private RecordingProblem refused(MachineRows rows, String reason) {
    return new LinePlace(file, rows.firstLine(), Optional.of(rows.instanceId()))
        .invalid(
            "instance_id",
            Excerpt.of(rows.instanceId()) + " " + reason,
            rows.count() == 1 ? "the row is left out" : rows.count() + " rows are left out");
  }
}
