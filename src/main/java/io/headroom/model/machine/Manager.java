package io.headroom.model.machine;

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
    AUTO_SCALING_GROUP("Auto Scaling group", "its launch template"),
    /** A GCE managed instance group: a member that stops is repaired. */
    MANAGED_INSTANCE_GROUP("managed instance group", "its instance template"),
    /** A Kubernetes node pool. */
    KUBERNETES("Kubernetes node pool", "its node pool"),
    /** Another service. */
    SERVICE("service", "that service");

    private final String words;
    private final String remedy;

    Kind(String words, String remedy) {
      this.words = words;
      this.remedy = remedy;
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
