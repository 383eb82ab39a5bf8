package io.headroom.catalog.snapshot;

import io.headroom.model.catalog.CustomShapes;
import java.util.List;
import java.util.stream.Collectors;

/** Writes custom shapes as a row: what {@link ShapesReader} reads back. */
final class ShapesWriter {

  private ShapesWriter() {}

  static List<String> row(CustomShapes shapes) {
    return List.of(
        shapes.series(),
        shapes.vcpuCounts().stream().map(String::valueOf).collect(Collectors.joining("|")),
        Integer.toString(shapes.minPerVcpu()),
        Integer.toString(shapes.maxPerVcpu()),
        Long.toString(shapes.maxMemory()),
        shapes.prices().map(prices -> OfferingWriter.amount(prices.vcpu())).orElse(""),
        shapes.prices().map(prices -> OfferingWriter.amount(prices.gib())).orElse(""),
        SustainedUseField.write(shapes.discount()));
  }
}
