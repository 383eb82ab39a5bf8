package io.headroom.advice.backtest;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A machine as it was known at a cut: nothing of what came later is in it. What has no time, such
 * as tags and the host profile, is as it was recorded.
 */
final class MachineAtCut {

  private MachineAtCut() {}

  /**
   * Returns the machine with the samples of the training part; nothing if its type at the cut is
   * not known.
   */
  static Optional<Observation> of(Observation machine, Cut cut) {
    return types(machine.instance().type(), cut.at())
        .map(
            types ->
                new Observation(
                    instance(machine.instance(), types, cut.at()),
                    machine.observations().within(cut.training())));
  }

  private static Optional<TypeHistory> types(TypeHistory history, Instant at) {
    if (history.isAssumed()) {
      return Optional.of(history);
    }
    List<TypeChange> before =
        history.changes().stream().filter(change -> !change.from().isAfter(at)).toList();
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(new TypeHistory(before.get(before.size() - 1).instanceType(), before));
  }

  /** It was running at the cut, or there would be nothing to play; it may be stopped today. */
  private static Instance instance(Instance now, TypeHistory types, Instant at) {
    return new Instance(
        now.id(),
        now.name(),
        now.placement(),
        now.tags(),
        types,
        InstanceState.RUNNING,
        stoppedUntil(now.stopped(), at),
        now.launched().filter(launched -> !launched.isAfter(at)),
        now.lifecycle(),
        now.creditMode(),
        now.platform(),
        now.manager(),
        now.samplingPeriod(),
        now.memoryMeasure(),
        now.hardware(),
        now.host());
  }

  private static List<TimeRange> stoppedUntil(List<TimeRange> stopped, Instant at) {
    return stopped.stream()
        .filter(range -> range.start().isBefore(at))
        .map(range -> range.end().isAfter(at) ? new TimeRange(range.start(), at) : range)
        .toList();
  }
}
