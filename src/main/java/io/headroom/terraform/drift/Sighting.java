package io.headroom.terraform.drift;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Provider;
import io.headroom.terraform.state.ManagedMachine;
import io.headroom.terraform.state.WorkersText;
import io.headroom.terraform.variables.SizedInstance;
import java.util.OptionalInt;

/**
 * A machine as one place has it.
 *
 * @param type its instance type; empty if the place does not say
 * @param workers its web workers, if the place carries them
 */
record Sighting(String type, OptionalInt workers) {

  static Sighting of(SizedInstance instance) {
    return new Sighting(instance.size().instanceType(), instance.size().workers());
  }

  static Sighting of(ManagedMachine machine) {
    return new Sighting(machine.instanceType(), machine.workers());
  }

  static Sighting of(Instance machine) {
    String tag =
        machine.provider() == Provider.AWS ? WorkersText.TAG : WorkersText.TAG.replace(':', '-');
    return new Sighting(
        machine.type().present(), WorkersText.read(machine.tags().getOrDefault(tag, "")));
  }
}
