package io.headroom.model.verdict;

/** What a machine is; the first that holds, in this order. */
public enum Finding {
  /** Somebody or something says hands off, or it is stopped. */
  EXCLUDED,
  /** Too little is known for any verdict. */
  INSUFFICIENT_DATA,
  /** A dimension is short. */
  UNDER_PROVISIONED,
  /** Nearly nothing runs on it. */
  IDLE,
  /** A smaller type fits and is cheaper. */
  OVER_PROVISIONED,
  /** It is what it should be, or a change is not worth it. */
  OPTIMIZED
}
