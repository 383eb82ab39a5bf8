package io.headroom.model.verdict;

/** What bounds a worker count. */
public enum LimitedBy {
  /** The vCPUs left for workers. */
  VCPU("vcpu"),
  /** The memory left for workers. */
  MEMORY("memory"),
  /** The policy's minimum. */
  MINIMUM("minimum"),
  /** The policy's maximum. */
  MAXIMUM("maximum"),
  /** Nothing: the present count stays. */
  UNCHANGED("unchanged");

  private final String id;

  LimitedBy(String id) {
    this.id = id;
  }

  /** Returns the name used in documents. */
  public String id() {
    return id;
  }
}
