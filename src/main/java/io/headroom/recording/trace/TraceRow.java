package io.headroom.recording.trace;

import io.headroom.model.machine.TypeChange;
import io.headroom.model.series.Series;
import java.util.List;
import java.util.SortedMap;

/**
 * A row of a trace, made into what a recording has.
 *
 * @param line its line in the file, counted from 1
 * @param tags the dataset and what its meta column says
 * @param types the types it is nearest to, in the order of time; the first one from its start
 * @param evidence whether the types are those of the trace
 */
record TraceRow(
    long line,
    String id,
    String dataset,
    SortedMap<String, String> tags,
    List<TypeChange> types,
    TypeEvidence evidence,
    List<Series> series) {

  /** How the size of a machine is known. */
  enum TypeEvidence {
    /** The trace has its cores. */
    TRACED,
    /** The trace says nothing of it. */
    ASSUMED
  }
}
