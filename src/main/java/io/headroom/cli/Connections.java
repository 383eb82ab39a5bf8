package io.headroom.cli;

import io.headroom.catalog.refresh.CatalogSources;
import io.headroom.collector.Clouds;
import io.headroom.ledger.LedgerOpener;
import io.headroom.model.machine.Provider;

/**
 * What commands reach beyond this process; each is opened by the command that needs it.
 *
 * @param clouds opens the clouds that can be collected from
 * @param catalogs opens the providers that catalogs are refreshed from
 * @param stores opens what is remembered
 * @param service serves over HTTP
 */
public record Connections(
    Clouds clouds, CatalogSources catalogs, LedgerOpener stores, Service service) {

  /** Reaches nothing; a command that needs more says so. */
  static Connections none() {
    return new Connections(
        new NoClouds(),
        (provider, project) -> {
          throw unreachable(provider);
        },
        address -> {
          throw CommandFailure.cannot("Cannot open a store: none can be reached from here");
        },
        settings -> {
          throw CommandFailure.cannot("Cannot serve: there is no service here");
        });
  }

  static CommandFailure unreachable(Provider provider) {
    return CommandFailure.cannot(
        "Cannot ask " + provider.id() + ": no cloud can be reached from here");
  }
}
