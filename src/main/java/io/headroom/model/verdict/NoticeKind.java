package io.headroom.model.verdict;

/** What kind of thing a notice says. */
public enum NoticeKind {
  /** The present type is taken for all of the past. */
  TYPE_ASSUMED,
  /** CPU above 100 %: legal, and counted as saturated. */
  CPU_ABOVE_CAPACITY,
  /** Samples that contradict the type in force were taken for gaps. */
  SAMPLES_CONTRADICT_TYPE,
  /** A demand is only known to be at least what was observed. */
  DEMAND_AT_LEAST,
  /** A dimension is kept, and why. */
  NOT_REDUCED,
  /** A dimension was not collected. */
  NOT_COLLECTED,
  /** The agent's "used" leaves out shared memory. */
  EXCLUDES_SHARED_MEMORY,
  /** Memory is the E2 balloon's, which includes page cache. */
  BALLOON_INCLUDES_CACHE,
  /** CPU is bound by single threads. */
  SINGLE_THREADED,
  /** It would fill any size. */
  ELASTIC_OR_RUNAWAY,
  /** The claimed memory of a worker was refuted by the observed peak. */
  PER_WORKER_REFUTED,
  /** Which footprint of a worker was used. */
  WORKER_FOOTPRINT,
  /** A buffer pool shrinks with the machine, and must be set before. */
  BUFFER_POOL,
  /** A named time was left out of the demand. */
  LEFT_OUT,
  /** A named peak set the demand. */
  NAMED_PEAK,
  /** The machine is priced for the hours it runs. */
  RUNS_PART_TIME,
  /** What to do with an idle machine. */
  IDLE_ADVICE
}
