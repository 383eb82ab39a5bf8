package io.headroom.http.fleet;

import io.headroom.advice.Adviser;
import io.headroom.advice.FleetRun;
import io.headroom.advice.Judged;
import io.headroom.advice.RunSummary;
import io.headroom.model.machine.Observation;
import io.headroom.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The machines of a recording, judged once. The samples of a small fleet are kept; those of a large
 * one are looked up in the recording each time.
 */
public final class RecordedFleet implements Fleet {

  /** 42 days of six metrics every five minutes are 300 KB a machine, so 150 MB in all. */
  private static final int MOST_KEPT = 500;

  private final io.headroom.advice.Fleet machines;
  private final Adviser adviser;
  private final Map<String, Judged> kept = new ConcurrentSkipListMap<>();
  private volatile Optional<JudgedFleet> judged = Optional.empty();

  /** Prepares to serve a recording; nothing is judged before {@link #judge}. */
  public RecordedFleet(io.headroom.advice.Fleet machines, Adviser adviser) {
    this.machines = machines;
    this.adviser = adviser;
  }

  /**
   * Judges all machines.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  public void judge() throws InterruptedException {
    Map<String, Verdict> verdicts = new TreeMap<>();
    boolean keeps = machines.instances().size() <= MOST_KEPT;
    RunSummary summary =
        new FleetRun(machines, adviser, Runtime.getRuntime().availableProcessors())
            .judge(
                one -> {
                  String id = one.verdict().instance().id();
                  verdicts.put(id, one.verdict());
                  if (keeps) {
                    kept.put(id, one);
                  }
                });
    judged = Optional.of(new JudgedFleet(new TreeMap<>(verdicts), summary, adviser));
  }

  @Override
  public Optional<JudgedFleet> judged() {
    return judged;
  }

  @Override
  public List<Judged> pictured() {
    return judged.isPresent() ? List.copyOf(kept.values()) : List.of();
  }

  @Override
  public Optional<Observation> observation(String id) throws InterruptedException {
    Judged found = kept.get(id);
    if (found != null) {
      return Optional.of(found.machine());
    }
    if (machines.instances().stream().noneMatch(one -> one.id().equals(id))) {
      return Optional.empty();
    }
    List<Observation> read = new ArrayList<>();
    machines
        .narrowedTo(id)
        .forEach(
            1,
            machine -> Optional.of(machine).filter(one -> one.instance().id().equals(id)),
            one -> one.ifPresent(read::add));
    return read.stream().findFirst();
  }
}
