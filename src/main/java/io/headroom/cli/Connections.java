package io.headroom.cli;

import io.headroom.batch.LedgerSource;
import io.headroom.catalog.refresh.CatalogSources;
import io.headroom.collector.Clouds;
import io.headroom.executor.probe.HostProbes;
import io.headroom.executor.rehearsal.Rehearsals;
import io.headroom.ledger.LedgerOpener;
import io.headroom.model.machine.Provider;

/**
 * What commands reach beyond this process; each is opened by the command that needs it.
 *
 * @param clouds opens the clouds that can be collected from
 * @param catalogs opens the providers that catalogs are refreshed from
 * @param stores opens the stores that remember
 * @param configuredStore opens the store of the configuration
 * @param rehearsals the cloud that plans are tried in
 * @param hosts opens the hosts that can be looked into
 * @param service serves over HTTP
 */
public record Connections(
    Clouds clouds,
    CatalogSources catalogs,
    LedgerOpener stores,
    LedgerSource configuredStore,
    Rehearsals rehearsals,
    HostProbes hosts,
    Service service) {

  /** Reaches nothing; a command that needs more says so. */
  public static Connections none() {
    return new Connections(
        new NoClouds(),
        (provider, project) -> {
          throw unreachable(provider);
        },
        address -> {
          throw noStore();
        },
        section -> {
          throw noStore();
        },
        (plan, hash, settings) -> {
          throw CommandFailure.cannot(
              "Cannot rehearse a plan: no simulated cloud can be reached from here");
        },
        file -> {
          throw CommandFailure.cannot("Cannot reach hosts: none can be reached from here");
        },
        settings -> {
          throw CommandFailure.cannot("Cannot serve: there is no service here");
        });
  }

  private static CommandFailure noStore() {
    return CommandFailure.cannot("Cannot open a store: none can be reached from here");
  }

  static CommandFailure unreachable(Provider provider) {
    return CommandFailure.cannot(
        "Cannot ask " + provider.id() + ": no cloud can be reached from here");
  }
}
