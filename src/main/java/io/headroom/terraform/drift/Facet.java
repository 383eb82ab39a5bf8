package io.headroom.terraform.drift;

/** What places may differ in. */
public enum Facet {
  /** Whether there is such a machine. */
  MACHINE("machine"),
  /** Its instance type. */
  TYPE("instance_type"),
  /** Its count of web workers, where a tag or metadata carries it. */
  WORKERS("workers");

  private final String id;

  Facet(String id) {
    this.id = id;
  }

  /** Returns the name used in documents. */
  public String id() {
    return id;
  }
}
