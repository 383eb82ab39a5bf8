package io.headroom.cloud.prometheus;

import io.headroom.model.machine.Instance;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which label of a series says whose it is, and of what.
 *
 * @param label name of the label
 * @param property what of the machine its value is
 */
public record MachineLabel(String label, Property property) {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  /** What of a machine a label can be. */
  public enum Property {
    /** The provider's id, as service discovery gives it: {@code __meta_ec2_instance_id}. */
    ID("id"),
    /** The name people gave it, with or without a port. */
    NAME("name");

    private final String id;

    Property(String id) {
      this.id = id;
    }

    /** Returns the name used in options. */
    public String id() {
      return id;
    }

    /** Returns the constant of that name, or nothing. */
    public static Optional<Property> ofId(String id) {
      return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }
  }

  /** The label {@code instance_id} with the provider's id. */
  public static final MachineLabel INSTANCE_ID = new MachineLabel("instance_id", Property.ID);

  /**
   * Checks the label.
   *
   * @throws IllegalArgumentException if it cannot be one
   */
  public MachineLabel {
    if (!NAME.matcher(label).matches()) {
      throw new IllegalArgumentException(
          "Invalid label: " + label + "; expected a name such as instance_id");
    }
  }

  /** Returns the value that the machine's series have; empty if it has none. */
  String of(Instance machine) {
    return switch (property) {
      case ID -> machine.id();
      case NAME -> machine.name();
    };
  }

  /** Returns the machine's value of a series' one: {@code web-1:9100} is {@code web-1}. */
  String plain(String value) {
    return property == Property.NAME ? PORT.matcher(value).replaceFirst("") : value;
  }
}
