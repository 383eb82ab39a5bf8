package io.headroom.engine.replay;

/**
 * What a type gives the work that waits for it, slot by slot in the order of time. Work is in
 * vCPU-seconds.
 */
interface CpuSupply {

  /** Less work than this is rounding, not work. */
  double NOTHING = 1e-6;

  /** Returns how much of {@code work} is done in a slot. */
  double serve(long start, int seconds, double work);

  /** Returns how much can be done in {@code seconds} without samples, in which no work comes. */
  double serveInGap(long seconds);

  /** Returns the seconds until {@code backlog} is done if nothing more comes. */
  double delay(double backlog);
}
