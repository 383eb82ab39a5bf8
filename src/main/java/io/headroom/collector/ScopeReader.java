package io.headroom.collector;

import java.util.List;

/**
 * Reads the series of one scope, in three steps: what there is ({@link #machines}), which requests
 * that takes and what they cost ({@link #plan}, without a call), and each request ({@link #read}).
 */
public interface ScopeReader {

  /**
   * Returns the machines it was opened for, in that order, with what the source knows better than
   * the inventory (what the memory metric counts, how often CPU is sampled), and the metrics of
   * each that can be asked for. A machine without a memory metric is there without one.
   */
  List<MeasuredMachine> machines();

  /** Returns what could not be found out when it was opened, while the rest could. */
  List<CollectionProblem> problems();

  /** Returns what it took to open it, as far as providers charge for it or limit it. */
  default ReadCost opening() {
    return ReadCost.NONE;
  }

  /**
   * Packs queries into as few requests as the source allows. Makes no call: the sum of the costs is
   * the estimate. Every query is in exactly one batch; a batch is answered by itself. Same queries
   * in the same order give the same batches.
   *
   * @param queries of machines and metrics that {@link #machines} returned
   */
  List<ReadBatch> plan(List<SeriesQuery> queries);

  /**
   * Makes the requests of a batch and hands over the answers as they come. Retries are the SDK's; a
   * query whose answer broke off is failed, and what came of it before counts. Safe for use by
   * several threads at once, for different batches.
   *
   * @throws io.headroom.model.cloud.CloudException if the queries that are neither answered nor
   *     failed cannot be
   */
  void read(ReadBatch batch, SampleSink sink);
}
