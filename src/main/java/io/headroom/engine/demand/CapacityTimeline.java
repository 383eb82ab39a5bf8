package io.headroom.engine.demand;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The instance type in force at every moment of a machine's past. Before the first proven change
 * the type is not known, unless no change is known at all: then the present type is assumed.
 */
public final class CapacityTimeline {

  private final List<Reign> reigns;
  private final boolean assumed;

  private CapacityTimeline(List<Reign> reigns, boolean assumed) {
    this.reigns = reigns;
    this.assumed = assumed;
  }

  /**
   * A time during which one type was in force.
   *
   * @param from start, in seconds since the epoch
   * @param until end, exclusive
   * @param type the type; absent if it is not known or not in the catalog
   */
  record Reign(long from, long until, Optional<InstanceType> type) {}

  /** Returns the timeline of a machine whose types are looked up in {@code catalog}. */
  public static CapacityTimeline of(TypeHistory history, RegionCatalog catalog) {
    if (history.isAssumed()) {
      return new CapacityTimeline(
          List.of(new Reign(Long.MIN_VALUE, Long.MAX_VALUE, type(history.present(), catalog))),
          /* assumed= */ true);
    }
    List<Reign> reigns = new ArrayList<>();
    List<TypeChange> changes = history.changes();
    long first = changes.get(0).from().getEpochSecond();
    reigns.add(new Reign(Long.MIN_VALUE, first, Optional.empty()));
    for (int i = 0; i < changes.size(); i++) {
      long until =
          i + 1 < changes.size() ? changes.get(i + 1).from().getEpochSecond() : Long.MAX_VALUE;
      reigns.add(
          new Reign(
              changes.get(i).from().getEpochSecond(),
              until,
              type(changes.get(i).instanceType(), catalog)));
    }
    return new CapacityTimeline(List.copyOf(reigns), /* assumed= */ false);
  }

  private static Optional<InstanceType> type(String name, RegionCatalog catalog) {
    return catalog.find(name).map(Offering::type);
  }

  /** Whether the present type is only assumed for the past. */
  public boolean isAssumed() {
    return assumed;
  }

  /** Returns the reigns in the order of time; together they cover all of it. */
  List<Reign> reigns() {
    return reigns;
  }

  /** Returns the type in force at {@code instant}, if it is known. */
  Optional<InstanceType> at(Instant instant) {
    long second = instant.getEpochSecond();
    return reigns.stream()
        .filter(reign -> second >= reign.from() && second < reign.until())
        .findFirst()
        .flatMap(Reign::type);
  }
}
