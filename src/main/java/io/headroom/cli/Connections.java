package io.headroom.cli;

import io.headroom.catalog.refresh.CatalogSources;
import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Clouds;
import io.headroom.model.machine.Provider;

/**
 * What commands reach beyond this process; each is opened by the command that needs it.
 *
 * @param clouds opens the clouds that can be collected from
 * @param catalogs opens the providers that catalogs are refreshed from
 * @param service serves over HTTP
 */
public record Connections(Clouds clouds, CatalogSources catalogs, Service service) {

  /** Reaches nothing; a command that needs more says so. */
  static Connections none() {
    return new Connections(
        Connections::unreachable,
        (provider, project) -> {
          throw unreachable(provider);
        },
        settings -> {
          throw CommandFailure.cannot("Cannot serve: there is no service here");
        });
  }

  private static CloudPorts unreachable(CloudSelection selection) {
    throw unreachable(selection.provider());
  }

  private static CommandFailure unreachable(Provider provider) {
    return CommandFailure.cannot(
        "Cannot ask " + provider.id() + ": no cloud can be reached from here");
  }
}
