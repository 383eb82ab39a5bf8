package io.headroom.cloud.sim;

import io.headroom.executor.guard.CapacityMemory;
import io.headroom.executor.guard.Guard;
import io.headroom.executor.host.WorkerApplier;
import io.headroom.executor.journal.MemoryJournal;
import io.headroom.executor.journal.ReplicaId;
import io.headroom.executor.machine.MachineControl;
import io.headroom.executor.notice.Page;
import io.headroom.executor.notice.UndeliveredException;
import io.headroom.executor.run.OperationWorker;
import io.headroom.executor.run.ReplicaSettings;
import io.headroom.executor.stage.Patience;
import io.headroom.executor.stage.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cloud, a journal and some replicas of the real executor, all in one thread under virtual time.
 * The same faults give the same course, to the last call.
 */
public final class SimWorld {

  private static final Instant START = Instant.parse("2026-07-20T02:00:00Z");
  private static final Duration RESTART = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofSeconds(15);
  private static final Duration BUSY = Duration.ofMillis(100);

  private final VirtualTime time = new VirtualTime(START);
  private final MemoryJournal journal = new MemoryJournal(time);
  private final SimCloud cloud;
  private final Gate gate;
  private final Patience patience;
  private final List<Guard> guards = new ArrayList<>();
  private final SortedMap<Instant, Page> pages = new TreeMap<>();
  private final List<OperationWorker> replicas = new ArrayList<>();
  private Instant journalAwayUntil = Instant.MIN;
  private Instant pagerAwayUntil = Instant.MIN;
  private Optional<WorkerApplier> workers = Optional.empty();
  private int lives;

  /** Prepares a world in which nothing has happened yet. */
  public SimWorld(Flavour flavour, FaultPlan faults, Patience patience) {
    this.cloud = new SimCloud(time, flavour);
    this.gate = new Gate(time, faults);
    this.patience = patience;
  }

  /** Returns the time, to plan events in. */
  public VirtualTime time() {
    return time;
  }

  /** Returns the cloud. */
  public SimCloud cloud() {
    return cloud;
  }

  /** Returns the journal. */
  public MemoryJournal journal() {
    return journal;
  }

  /** Returns the pages that people got, by time. */
  public SortedMap<Instant, Page> pages() {
    return new TreeMap<>(pages);
  }

  /** Returns the kinds of all calls of the replicas to the outside, by their number. */
  public List<CallKind> calls() {
    return gate.calls();
  }

  /** Holds all operations by {@code guard}. */
  public void guard(Guard guard) {
    guards.add(guard);
  }

  /** Lets {@code others} set and count workers, such as those of a real host. */
  public void workersBy(WorkerApplier others) {
    workers = Optional.of(others);
  }

  /** Lets nobody reach the journal for {@code length}. */
  public void loseJournal(Duration length) {
    journalAwayUntil = time.instant().plus(length);
  }

  /** Lets no page be delivered for {@code length}. */
  public void losePager(Duration length) {
    pagerAwayUntil = time.instant().plus(length);
  }

  /** Starts replicas. */
  public void start(int count) {
    for (int number = 0; number < count; number++) {
      int late = number;
      time.after(IDLE.dividedBy(count).multipliedBy(late), this::born);
    }
  }

  private void born() {
    ReplicaId id = new ReplicaId("replica-" + lives++);
    Surroundings around =
        new Surroundings(
            new SimMachineControl(cloud, gate, time, id.value()),
            workers.orElseGet(() -> new SimHost(cloud, gate, time)),
            new SimHost(cloud, gate, time),
            guards,
            new CapacityMemory(Duration.ofMinutes(5)),
            patience);
    OperationWorker worker =
        new OperationWorker(
            new GatedJournal(journal, gate, () -> time.instant().isBefore(journalAwayUntil)),
            around,
            this::take,
            () -> Duration.between(Instant.EPOCH, time.instant()),
            ReplicaSettings.of(id));
    replicas.add(worker);
    live(worker);
  }

  private void live(OperationWorker worker) {
    try {
      int turns = worker.round();
      time.after(turns > 0 ? BUSY : IDLE, () -> live(worker));
    } catch (ReplicaDied end) {
      replicas.remove(worker);
      time.after(RESTART, this::born);
    }
  }

  /** Returns the cloud behind its port, as {@code caller} sees it. */
  public MachineControl control(String caller) {
    return new SimMachineControl(cloud, gate, time, caller);
  }

  /** Runs something other than the executor; it may die like a replica, and is not born again. */
  public void script(Runnable commands) {
    try {
      commands.run();
    } catch (ReplicaDied end) {
      // nobody goes on
    }
  }

  /** Lets every replica that lives now give up what it holds and do no more. */
  public void retireAll() {
    replicas.forEach(OperationWorker::retire);
  }

  private void take(Page page) {
    if (time.instant().isBefore(pagerAwayUntil)) {
      throw new UndeliveredException("Cannot page: nobody answers; it is tried again");
    }
    pages.putIfAbsent(time.instant(), page);
  }

  /** Runs until all operations have ended, or {@code longest} has passed. */
  public void run(Duration longest) {
    time.runUntil(START.plus(longest), () -> journal.active().isEmpty());
  }
}
