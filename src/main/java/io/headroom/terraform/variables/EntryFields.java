package io.headroom.terraform.variables;

import java.util.List;

/** The fields of a machine in the file of variables, in their order. */
public final class EntryFields {

  /** Names of the fields; a machine has one of the first two. */
  public static final List<String> NAMES =
      List.of(
          "instance_type",
          "machine_type",
          "workers",
          "background_workers",
          "database_memory_mib",
          "reason");

  private EntryFields() {}
}
