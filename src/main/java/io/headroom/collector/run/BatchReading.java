package io.headroom.collector.run;

import io.headroom.collector.SampleSink;
import io.headroom.collector.SeriesQuery;
import io.headroom.collector.run.ScopeSurvey.ReadTask;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.series.Series;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Makes one request and puts its answers into the journal as they come. */
final class BatchReading implements SampleSink {

  private final ReadTask task;
  private final Journal journal;
  private final MissingSamples missing;
  private final Set<SeriesQuery> done = Collections.newSetFromMap(new IdentityHashMap<>());

  BatchReading(ReadTask task, Journal journal, MissingSamples missing) {
    this.task = task;
    this.journal = journal;
    this.missing = missing;
  }

  /** Reads, unless nothing can be read in the scope any more. */
  void run() {
    if (missing.isEnded(task.scope())) {
      task.batch().queries().forEach(query -> missing.skip(task.scope(), query));
      return;
    }
    try {
      task.reader().read(task.batch(), this);
    } catch (CloudException failure) {
      task.batch().queries().stream()
          .filter(query -> !done.contains(query))
          .forEach(query -> missing.add(task.scope(), query, failure));
    }
  }

  @Override
  public void samples(SeriesQuery query, Series piece) {
    for (int slot = 0; slot < piece.slots(); slot++) {
      if (piece.observed(slot)) {
        journal.samples(query.machine().id(), piece);
        return;
      }
    }
  }

  @Override
  public void answered(SeriesQuery query) {
    done.add(query);
    journal.answered(query.machine().id(), query.metric(), query.range());
  }

  @Override
  public void failed(SeriesQuery query, CloudException why) {
    done.add(query);
    missing.add(task.scope(), query, why);
  }
}
