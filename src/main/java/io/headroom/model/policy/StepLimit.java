package io.headroom.model.policy;

/** How far one change may shrink a machine. The next step waits for the next look. */
public enum StepLimit {
  /** Not below half of the present memory. */
  HALF_MEMORY,
  /** Not below half of the present memory, nor below half of the present vCPUs. */
  ONE_SIZE,
  /** To the destination at once. */
  NONE
}
