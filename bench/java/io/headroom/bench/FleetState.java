package io.headroom.bench;

import io.headroom.catalog.Catalogs;
import io.headroom.engine.SizingEngine;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.engine.replay.SizeReplay;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Provider;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.TimeRange;
import io.headroom.policy.PolicySource;
import java.nio.file.Path;
import java.time.Duration;

/** What every suite of the engine starts from: machines in memory, a region, a policy. */
final class FleetState {

  /** So many machines are 32 MB of samples: more than caches hold. */
  private static final int MACHINES = 512;

  private static final int DAYS = 14;

  private final Policy policy;
  private final RegionCatalog catalog;
  private final CandidateTable table;
  private final Observation[] machines = new Observation[MACHINES];
  private int next;

  FleetState(String policyName) {
    policy = new PolicySource(Path.of("")).load(policyName).policy();
    catalog = Catalogs.bundled().region(Provider.AWS, "us-east-1");
    table = CandidateTable.of(catalog);
    Fleet fleet = Fleet.of(catalog, Fleet.usEast1(), DAYS);
    for (int number = 0; number < MACHINES; number++) {
      machines[number] = fleet.machine(number);
    }
  }

  Policy policy() {
    return policy;
  }

  CandidateTable table() {
    return table;
  }

  /** Returns the next machine, round and round. */
  Observation machine() {
    next = (next + 1) % MACHINES;
    return machines[next];
  }

  SizeReplay replay(Observation machine) {
    TimeRange days = TimeRange.endingAt(Fleet.AS_OF, Duration.ofDays(DAYS));
    return SizingEngine.replay(machine, policy, catalog, days).orElseThrow();
  }

  InstanceType smallest() {
    return catalog.find("c7a.medium").orElseThrow().type();
  }

  DemandAnalysis analysis(Observation machine) {
    return DemandAnalysis.of(machine, policy, catalog, Fleet.AS_OF);
  }
}
