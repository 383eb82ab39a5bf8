package io.headroom.collector.run;

import io.headroom.ledger.Ledger;
import io.headroom.ledger.machine.AnsweredRange;
import io.headroom.ledger.machine.InstanceFilter;
import io.headroom.ledger.machine.KnownInstance;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.model.machine.Instance;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.recording.collected.CollectedRanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A collection into what is remembered. Samples are kept when their question is answered, or at the
 * end; a collection that dies before is asked again for what it had not kept.
 */
final class LedgerHarvest implements Harvest {

  private static final int AT_ONCE = 500;

  private final Ledger ledger;
  private final CollectedRanges collected = new CollectedRanges();
  private final SortedMap<String, KnownInstance> known = new TreeMap<>();
  private final Optional<Instant> until;
  private final Map<Key, List<Series>> waiting = new ConcurrentHashMap<>();

  private record Key(String instanceId, Metric metric) {}

  LedgerHarvest(Ledger ledger) {
    this.ledger = ledger;
    this.until = ledger.series().until();
    ledger
        .series()
        .answered()
        .values()
        .forEach(
            ranges ->
                ranges.forEach(one -> collected.add(one.instanceId(), one.metric(), one.range())));
    PageRequest request = PageRequest.first(PageRequest.MOST);
    Page<KnownInstance> page = ledger.instances().list(InstanceFilter.THERE, request);
    add(page);
    while (page.next().isPresent()) {
      page = ledger.instances().list(InstanceFilter.THERE, request.after(page));
      add(page);
    }
  }

  private void add(Page<KnownInstance> page) {
    page.items().forEach(one -> known.put(one.instance().id(), one));
  }

  @Override
  public CollectedRanges collected() {
    return collected;
  }

  @Override
  public SortedMap<String, Instance> instances() {
    SortedMap<String, Instance> instances = new TreeMap<>();
    known.forEach((id, one) -> instances.put(id, one.instance()));
    return instances;
  }

  @Override
  public Instance continued(Instance now) {
    return Optional.ofNullable(known.get(now.id()))
        .or(() -> ledger.instances().find(now.id()))
        .map(before -> continued(before, now))
        .orElse(now);
  }

  private Instance continued(KnownInstance before, Instance now) {
    return TypeHistories.continued(before.instance(), until.orElse(before.lastSeen()), now);
  }

  @Override
  public void samples(String instanceId, Series piece) {
    waiting.compute(
        new Key(instanceId, piece.metric()),
        (key, before) -> {
          List<Series> pieces = before == null ? new ArrayList<>() : before;
          pieces.add(piece);
          return pieces;
        });
  }

  @Override
  public void answered(String instanceId, Metric metric, TimeRange range) {
    keep(new Key(instanceId, metric));
    ledger.series().answered(List.of(new AnsweredRange(instanceId, metric, range)));
  }

  private void keep(Key key) {
    Optional.ofNullable(waiting.remove(key))
        .ifPresent(pieces -> ledger.series().lay(key.instanceId(), pieces));
  }

  @Override
  public void finish(SortedMap<String, Instance> machines, Instant end) {
    List.copyOf(waiting.keySet()).forEach(this::keep);
    List<Instance> present = List.copyOf(machines.values());
    for (int from = 0; from < present.size(); from += AT_ONCE) {
      ledger.instances().keep(present.subList(from, Math.min(present.size(), from + AT_ONCE)), end);
    }
    ledger
        .instances()
        .leave(known.keySet().stream().filter(id -> !machines.containsKey(id)).toList(), end);
    ledger.series().reached(end);
  }

  @Override
  public void close() {
    // the store belongs to whoever opened it
  }
}
