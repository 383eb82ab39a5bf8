package io.headroom.cli;

import io.headroom.document.NearestNames;
import io.headroom.model.machine.Instance;
import io.headroom.report.PlainText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the machine a person means: by id, else by a name that only one has. */
final class MachineChoice {

  private static final int SHOWN = 5;

  private MachineChoice() {}

  /**
   * Returns the machine.
   *
   * @throws CommandFailure if none or several are meant
   */
  static Instance of(List<Instance> instances, String wanted) {
    for (Instance instance : instances) {
      if (instance.id().equals(wanted)) {
        return instance;
      }
    }
    List<Instance> named =
        instances.stream().filter(instance -> instance.name().equals(wanted)).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    String shown = PlainText.forTerminal(wanted);
    throw CommandFailure.cannot(
        named.isEmpty()
            ? "Cannot find " + shown + " in the recording" + nearest(instances, wanted)
            : "Cannot choose "
                + shown
                + ": "
                + named.size()
                + " machines have that name; use an id: "
                + named.stream().map(Instance::id).limit(SHOWN).collect(Collectors.joining(", ")));
  }

  private static String nearest(List<Instance> instances, String wanted) {
    List<String> known =
        instances.stream()
            .flatMap(instance -> Stream.of(instance.id(), instance.name()))
            .filter(name -> !name.isBlank())
            .distinct()
            .toList();
    List<String> near = NearestNames.of(wanted, known, SHOWN);
    return near.isEmpty()
        ? "; headroom recommend -o wide lists the machines with their ids"
        : "; did you mean "
            + near.stream().map(PlainText::forTerminal).collect(Collectors.joining(", "));
  }
}
