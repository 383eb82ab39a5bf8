package io.headroom.testing;

import io.headroom.ledger.machine.InstanceFilter;
import io.headroom.ledger.machine.Instances;
import io.headroom.ledger.machine.KnownInstance;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.TypeChange;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Machines in memory, on one page. */
final class InMemoryInstances implements Instances {

  private final SortedMap<String, KnownInstance> all = new TreeMap<>();

  @Override
  public synchronized void keep(Collection<Instance> found, Instant seen) {
    for (Instance one : found) {
      Instant first = find(one.id()).map(KnownInstance::firstSeen).orElse(seen);
      all.put(one.id(), new KnownInstance(one, first, seen, Optional.empty()));
    }
  }

  @Override
  public synchronized void leave(Collection<String> ids, Instant noticed) {
    ids.forEach(
        id ->
            all.computeIfPresent(
                id,
                (key, was) ->
                    new KnownInstance(
                        was.instance(), was.firstSeen(), was.lastSeen(), Optional.of(noticed))));
  }

  synchronized boolean isGone(String id) {
    return find(id).filter(known -> !known.isThere()).isPresent();
  }

  @Override
  public void changedType(String id, TypeChange change) {
    throw new UnsupportedOperationException("no changes of types in memory");
  }

  @Override
  public synchronized Optional<KnownInstance> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized Page<KnownInstance> list(InstanceFilter filter, PageRequest page) {
    return new Page<>(
        all.values().stream()
            .filter(known -> known.isThere() || filter.presence() == InstanceFilter.Presence.ANY)
            .toList(),
        Optional.empty());
  }

  @Override
  public long count(InstanceFilter filter) {
    return list(filter, PageRequest.first(1)).items().size();
  }
}
