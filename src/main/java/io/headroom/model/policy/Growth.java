package io.headroom.model.policy;

/** When a machine is called too small. */
public enum Growth {
  /** When demand plus headroom exceeds it. */
  ON_HEADROOM,
  /** Only when demand itself exceeds it or is cut off by it. */
  ON_PRESSURE
}
