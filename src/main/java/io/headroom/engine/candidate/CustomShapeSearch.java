package io.headroom.engine.candidate;

import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The custom shapes of GCE that come into question: for each allowed series and each legal vCPU
 * count, from what is needed up to twice that, the smallest legal memory that does. What is needed
 * is the larger of the required vCPUs and of the memory divided by the most memory a vCPU may have.
 */
final class CustomShapeSearch {

  private final Need need;
  private final StepFloor floor;
  private final Predicate<InstanceType> memoryDoes;

  /**
   * Prepares a search.
   *
   * @param memoryDoes whether memory and workers of a type do; larger memory never does worse
   */
  CustomShapeSearch(Need need, StepFloor floor, Predicate<InstanceType> memoryDoes) {
    this.need = need;
    this.floor = floor;
    this.memoryDoes = memoryDoes;
  }

  List<Offering> shapesOf(CustomShapes shapes) {
    Mebibytes least = need.memoryFloor().max(floor.memory());
    Mebibytes wanted = least.max(leastForRequired());
    double from =
        Math.max(need.required().vcpus().value(), Math.ceil(wanted.value() / shapes.maxPerVcpu()));
    List<Offering> found = new ArrayList<>();
    for (int vcpus : shapes.vcpuCounts()) {
      if (vcpus >= from && vcpus <= 2 * from && new VCpus(vcpus).covers(floor.vcpus())) {
        smallest(shapes, vcpus, least).ifPresent(found::add);
      }
    }
    return found;
  }

  /** A first guess of the memory: what the present workers need, unless headroom is no reason. */
  private Mebibytes leastForRequired() {
    Mebibytes required = need.sizing().requiredOn(need.required().memory());
    return need.memoryCeiling().map(required::min).orElse(required);
  }

  private Optional<Offering> smallest(CustomShapes shapes, int vcpus, Mebibytes least) {
    Optional<Mebibytes> start = shapes.memoryFor(vcpus, least);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    long low = start.get().wholeRoundedUp() / CustomShapes.STEP_MIB;
    long high =
        Math.min((long) vcpus * shapes.maxPerVcpu(), shapes.maxMemory()) / CustomShapes.STEP_MIB;
    if (!memoryDoes.test(shape(shapes, vcpus, high).type())) {
      return Optional.empty();
    }
    while (low < high) {
      long middle = (low + high) / 2;
      if (memoryDoes.test(shape(shapes, vcpus, middle).type())) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Optional.of(shape(shapes, vcpus, low));
  }

  private static Offering shape(CustomShapes shapes, int vcpus, long steps) {
    return shapes.offering(vcpus, new Mebibytes((double) steps * CustomShapes.STEP_MIB));
  }
}
