package io.headroom.collector;

import io.headroom.model.machine.Provider;
import java.util.List;
import java.util.Optional;

/**
 * Which part of a provider a person wants to have read.
 *
 * @param accounts AWS: names of profiles, ARNs of roles, or ids of accounts in which {@code role}
 *     is assumed; GCE: projects; none for what the environment says
 * @param role AWS: name of the role to assume in accounts that are given by id
 * @param regions AWS: the regions; none for what the environment says
 */
public record CloudSelection(
    Provider provider, List<String> accounts, Optional<String> role, List<String> regions) {

  /** Copies the lists. */
  public CloudSelection {
    accounts = List.copyOf(accounts);
    regions = List.copyOf(regions);
  }
}
