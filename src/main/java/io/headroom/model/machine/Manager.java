package io.headroom.model.machine;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something else that owns a machine's size: a group would replace it, a service would undo a
 * change.
 *
 * @param kind what manages it
 * @param name name of the group or service
 */
public record Manager(Kind kind, String name) {

  /** What can manage a machine. */
  public enum Kind {
    /** An EC2 Auto Scaling group: a member that stops is terminated and replaced. */
    AUTO_SCALING_GROUP("auto_scaling_group", "Auto Scaling group", "its launch template"),
    /** A GCE managed instance group: a member that stops is repaired. */
    MANAGED_INSTANCE_GROUP(
        "managed_instance_group", "managed instance group", "its instance template"),
    /** A Kubernetes node pool. */
    KUBERNETES("kubernetes", "Kubernetes node pool", "its node pool"),
    /** Another service. */
    SERVICE("service", "service", "that service");

    private final String id;
    private final String words;
    private final String remedy;

    Kind(String id, String words, String remedy) {
      this.id = id;
      this.words = words;
      this.remedy = remedy;
    }

    /** Returns the name used in recordings. */
    public String id() {
      return id;
    }

    /** Returns the constant of that name, or nothing. */
    public static Optional<Kind> ofId(String id) {
      return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }

    /** Returns the kind in words. */
    public String words() {
      return words;
    }

    /** Returns what to change instead of the machine. */
    public String remedy() {
      return remedy;
    }
  }
}
