package io.headroom.terraform.state;

import java.util.OptionalInt;

/**
 * A machine as Terraform's state shows it.
 *
 * @param id the provider's id, as inventories have it
 * @param instanceType the type it had when the state was written; empty if the state does not say
 * @param workers web workers that its tag or metadata carries
 */
public record ManagedMachine(
    String id, ResourceAddress address, String instanceType, OptionalInt workers) {

  /** Returns the machine's key in a map of variables. */
  public String key() {
    return address.key();
  }
}
