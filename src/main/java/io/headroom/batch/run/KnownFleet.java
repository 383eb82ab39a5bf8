package io.headroom.batch.run;

import io.headroom.ledger.Ledger;
import io.headroom.ledger.machine.InstanceFilter;
import io.headroom.ledger.machine.KnownInstance;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.series.Observations;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The machines in the store, brought up to what a run found. Of machines that were known before
 * only the last days are written: what is older is there already. All of it may be done twice.
 */
final class KnownFleet {

  /** How late samples come, generously: CloudWatch and Monitoring are late by hours at most. */
  private static final Duration LATE = Duration.ofDays(3);

  private final Ledger ledger;
  private final Set<String> knownBefore;
  private final Optional<Instant> keptUntil;

  private KnownFleet(Ledger ledger, Set<String> knownBefore, Optional<Instant> keptUntil) {
    this.ledger = ledger;
    this.knownBefore = knownBefore;
    this.keptUntil = keptUntil;
  }

  /** Returns the machines as they are in the store. */
  static KnownFleet of(Ledger ledger) {
    return new KnownFleet(ledger, known(ledger), ledger.series().until());
  }

  /** How much of the fleet a collection looked into. */
  enum Survey {
    /** All of it: what it did not find is gone. */
    WHOLE,
    /** Not all: what it did not find may be there. */
    WITH_HOLES
  }

  void keepMachines(List<Instance> machines, Survey survey, Instant now) {
    ledger.instances().keep(machines, now);
    if (survey == Survey.WHOLE) {
      Set<String> gone = new TreeSet<>(knownBefore);
      gone.removeAll(machines.stream().map(Instance::id).collect(Collectors.toSet()));
      ledger.instances().leave(gone, now);
    }
  }

  void keepSamples(Observation machine, Instant asOf) {
    String id = machine.instance().id();
    Optional<Instant> from =
        keptUntil
            .filter(until -> knownBefore.contains(id))
            .map(until -> until.minus(LATE))
            .filter(asOf::isAfter);
    Observations all = machine.observations();
    List<Series> pieces =
        from.map(start -> all.within(new TimeRange(start, asOf))).orElse(all).all();
    if (!pieces.isEmpty()) {
      ledger.series().lay(id, pieces);
    }
  }

  /** Notes the end of what was collected, when all of it is kept. */
  void reached(Instant asOf) {
    ledger.series().reached(asOf);
  }

  private static Set<String> known(Ledger ledger) {
    Set<String> ids = new TreeSet<>();
    PageRequest request = PageRequest.first(PageRequest.MOST);
    Page<KnownInstance> page = ledger.instances().list(InstanceFilter.THERE, request);
    page.items().forEach(known -> ids.add(known.instance().id()));
    while (page.next().isPresent()) {
      request = request.after(page);
      page = ledger.instances().list(InstanceFilter.THERE, request);
      page.items().forEach(known -> ids.add(known.instance().id()));
    }
    return ids;
  }
}
