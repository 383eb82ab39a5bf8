package io.headroom.collector;

import io.headroom.model.cloud.CloudException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What may be done in a scope.
 *
 * @param identity who asks; nothing if that could not be found out
 * @param failure why it could not
 * @param ahead by how much the clock of this machine is ahead of the provider's, negative if it is
 *     behind; nothing if the provider did not say what time it is. To about a second
 * @param probes the calls that were tried, in the order of their permissions; none if the
 *     credentials are no good, because every call would fail
 */
public record AccessReport(
    Optional<Identity> identity,
    Optional<CloudException> failure,
    Optional<Duration> ahead,
    List<Probe> probes) {

  /** Copies the list. */
  public AccessReport {
    probes = List.copyOf(probes);
  }

  /** Returns the permissions that were refused. */
  public List<Permission> missing() {
    return probes.stream().filter(Probe::isDenied).map(Probe::permission).toList();
  }

  /** Whether anything could be read. */
  public boolean isReadable() {
    return probes.stream().anyMatch(Probe::isAllowed);
  }
}
