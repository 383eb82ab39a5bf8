package io.headroom.terraform.variables;

import io.headroom.model.machine.Provider;

/**
 * What the variables say of one machine.
 *
 * @param provider whose types there are: decides between {@code instance_type} and {@code
 *     machine_type}
 * @param reason why it should be so, for whoever reads the file; may be empty
 */
public record SizedInstance(Provider provider, Size size, String reason) {

  /** Returns what the type is called in the file. */
  public String typeField() {
    return typeField(provider);
  }

  static String typeField(Provider provider) {
    return switch (provider) {
      case AWS -> "instance_type";
      case GCE -> "machine_type";
    };
  }
}
