package io.headroom.cli;

import io.headroom.collector.CloudPorts;
import io.headroom.collector.Clouds;
import io.headroom.collector.Inventory;
import io.headroom.collector.run.CollectionOrder;
import io.headroom.collector.run.CollectionResult;
import io.headroom.collector.run.CollectionRun;
import io.headroom.executor.probe.HostProbe;
import java.util.function.UnaryOperator;

/** Collects from the cloud a person named, and tells what did not go well. */
final class Collecting {

  private final Terminal terminal;
  private final Clouds clouds;
  private final CloudOptions cloud;
  private final UnaryOperator<Inventory> enriched;

  Collecting(Terminal terminal, Clouds clouds, CloudOptions cloud) {
    this(terminal, clouds, cloud, UnaryOperator.identity());
  }

  private Collecting(
      Terminal terminal, Clouds clouds, CloudOptions cloud, UnaryOperator<Inventory> enriched) {
    this.terminal = terminal;
    this.clouds = clouds;
    this.cloud = cloud;
    this.enriched = enriched;
  }

  /** Returns the same, with what {@code probe} measures inside the machines. */
  Collecting lookingInto(HostProbe probe) {
    return new Collecting(
        terminal, clouds, cloud, inventory -> new ProbedInventory(inventory, probe));
  }

  /** Fills the recording. */
  CollectionResult run(CollectionOrder order) throws InterruptedException {
    try (CloudPorts ports = clouds.open(cloud.selection())) {
      return prepared(ports, order).run();
    }
  }

  /** Says what filling the recording would take. */
  CollectionResult estimate(CollectionOrder order) throws InterruptedException {
    try (CloudPorts ports = clouds.open(cloud.selection())) {
      return prepared(ports, order).estimate();
    }
  }

  private CollectionRun prepared(CloudPorts ports, CollectionOrder order) {
    return new CollectionRun(
        enriched.apply(ports.inventory()), cloud.sources(clouds, ports), order);
  }

  /** Names each problem, and how many machines nobody measures the memory of. */
  void tellProblems(CollectionResult result) {
    result.problems().forEach(problem -> terminal.say("problem: " + problem.message()));
    tellMemory(result);
  }

  /** Says how many machines nobody measures the memory of. */
  void tellMemory(CollectionResult result) {
    if (!result.withoutMemory().isEmpty()) {
      terminal.say(
          "note: "
              + result.withoutMemory().size()
              + " of "
              + Counted.of(result.machines(), "machine")
              + (result.withoutMemory().size() == 1 ? " has" : " have")
              + " no memory metric, such as "
              + result.withoutMemory().get(0)
              + "; headroom doctor says how to get one");
    }
  }
}
