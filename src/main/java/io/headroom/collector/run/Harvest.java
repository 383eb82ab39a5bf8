package io.headroom.collector.run;

import io.headroom.model.machine.Instance;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.recording.collected.CollectedRanges;
import java.time.Instant;
import java.util.SortedMap;

/**
 * What one collection knows and brings. What was brought before it died is known to the next one.
 * Samples may be brought by several threads.
 */
public interface Harvest extends AutoCloseable {

  /** Returns for which time each metric was answered whole before. */
  CollectedRanges collected();

  /** Returns the machines that were there before, by id. */
  SortedMap<String, Instance> instances();

  /** Returns a machine as it is now, with what was known of it before. */
  Instance continued(Instance now);

  /** Brings samples of a machine. */
  void samples(String instanceId, Series piece);

  /** Says that a metric of a machine is answered whole for a time, after all its samples. */
  void answered(String instanceId, Metric metric, TimeRange range);

  /**
   * Ends the collection.
   *
   * @param machines all machines there are, by id
   * @param until end of the time that was collected
   * @throws InterruptedException if this thread is interrupted; what was brought is kept
   */
  void finish(SortedMap<String, Instance> machines, Instant until) throws InterruptedException;

  /** Lets go; keeps what was brought for the next collection if this one did not finish. */
  @Override
  void close();
}
