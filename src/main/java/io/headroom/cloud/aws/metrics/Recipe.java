package io.headroom.cloud.aws.metrics;

import io.headroom.cloud.aws.metrics.NativeSeries.NativeQuery;
import io.headroom.model.series.SampleUnit;
import java.util.List;

/**
 * How a metric is made of what CloudWatch has.
 *
 * @param inputs what is asked for, one or more
 * @param unit unit of the result
 */
record Recipe(List<NativeQuery> inputs, Combination combination, SampleUnit unit) {

  Recipe {
    inputs = List.copyOf(inputs);
  }

  static Recipe of(NativeQuery input, SampleUnit unit) {
    return new Recipe(List.of(input), Combination.LARGEST, unit);
  }

  /** The series that is asked for first; what shares it is asked for together, and billed once. */
  NativeSeries leading() {
    return inputs.get(0).series();
  }
}
