package io.headroom.demo;

import io.headroom.model.machine.Observation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every machine of the demo. The peaks of each are stated where it is made. */
final class DemoFleet {

  private DemoFleet() {}

  /** Returns the machines by id. */
  static List<Observation> machines() {
    return Stream.of(
            ErpMachines.all(),
            WebMachines.all(),
            BurstMachines.all(),
            DataMachines.all(),
            BatchMachines.all(),
            QuietMachines.all())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(machine -> machine.instance().id()))
        .toList();
  }
}
