package io.headroom.collector;

import io.headroom.model.cloud.CloudException;
import io.headroom.model.series.Series;

/**
 * Takes the answers of a {@link ScopeReader}. It is called by several threads at once when several
 * batches are read at once.
 */
public interface SampleSink {

  /**
   * Takes a piece of an answer: slots of the query's grid, inside its range. Pieces of one query
   * may come in any order. Where two pieces have a sample of the same slot the later one counts; a
   * gap takes no sample away.
   */
  void samples(SeriesQuery query, Series piece);

  /**
   * Learns that a query is answered whole: slots for which no sample came have none. A query is
   * either answered, or failed, or neither when {@link ScopeReader#read} throws.
   */
  void answered(SeriesQuery query);

  /** Learns that a query cannot be answered, while others of the batch can. */
  void failed(SeriesQuery query, CloudException why);
}
