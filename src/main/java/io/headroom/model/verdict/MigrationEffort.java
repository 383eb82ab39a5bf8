package io.headroom.model.verdict;

/** How much work a change to another type is. */
public enum MigrationEffort {
  /** Stop, change, start. */
  VERY_LOW,
  /** The same, after a look at drivers and device names, or across GCE series. */
  LOW,
  /** The software must run on another instruction set. */
  MEDIUM,
  /** The disks must move to a new machine. */
  HIGH
}
