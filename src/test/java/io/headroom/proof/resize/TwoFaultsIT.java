package io.headroom.proof.resize;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cloud.sim.Flavour;
import io.headroom.proof.resize.Schedules.Failure;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two things go wrong, at every pair of calls, in every way: no promise is broken. */
@Tag("slow")
class TwoFaultsIT {

  static Stream<Flavour> flavours() {
    return Stream.of(Flavour.EC2_LIKE, Flavour.GCE_LIKE);
  }

  @ParameterizedTest
  @MethodSource("flavours")
  void keepsAllPromisesWhateverTwoCallsGoWrong(Flavour flavour, TestReporter reporter) {
    Trial calm = Trial.of(flavour, Trial.Direction.DOWN, new TreeMap<>());
    LongAdder schedules = new LongAdder();

    List<Failure> failures =
        Schedules.withOneMore(calm).parallelStream()
            .flatMap(one -> Schedules.withOneMore(one).stream())
            .peek(two -> schedules.increment())
            .map(Schedules::check)
            .flatMap(Optional::stream)
            .limit(5)
            .toList();

    reporter.publishEntry("schedules of two faults", schedules.toString());
    assertThat(failures).isEmpty();
    assertThat(schedules.sum()).isGreaterThan(50_000);
  }
}
