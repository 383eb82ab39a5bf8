package io.headroom.proof.resize;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cloud.sim.Flavour;
import io.headroom.executor.operation.Operation;
import io.headroom.model.resize.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing goes wrong, at every call, in every way: no promise is broken. */
class SingleFaultTest {

  static Stream<Trial> trials() {
    return Stream.of(Flavour.EC2_LIKE, Flavour.GCE_LIKE)
        .flatMap(
            flavour ->
                Stream.of(Trial.Direction.values())
                    .map(direction -> Trial.of(flavour, direction, new TreeMap<>())));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void resizesWhenNothingGoesWrong(Trial trial) {
    Operation operation = trial.run().journal().find(Trial.OPERATION).orElseThrow();

    assertThat(operation.outcome().map(Outcome::kind)).contains(Outcome.Kind.RESIZED);
  }

  @ParameterizedTest
  @MethodSource("trials")
  void keepsAllPromisesWhateverSingleCallGoesWrong(Trial trial) {
    List<Trial> schedules = Schedules.withOneMore(trial);

    assertThat(schedules).hasSizeGreaterThan(200);
    assertThat(schedules.stream().map(Schedules::check).flatMap(Optional::stream)).isEmpty();
  }
}
