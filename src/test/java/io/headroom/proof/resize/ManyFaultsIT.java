package io.headroom.proof.resize;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.proof.resize.Schedules.Failure;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * One to eight things go wrong, with two or three replicas. {@code -Dheadroom.schedules=1000000}
 * runs a million schedules; {@code -Dheadroom.seed=N} runs one.
 */
@Tag("slow")
class ManyFaultsIT {

  private static final long FIRST = 20_260_720;

  @Test
  void keepsAllPromisesWhateverGoesWrong(TestReporter reporter) {
    long from = Long.getLong("headroom.seed", FIRST);
    long count =
        Long.getLong("headroom.seed") == null ? Long.getLong("headroom.schedules", 50_000L) : 1;
    List<Trial> bases = SingleFaultTest.trials().toList();

    List<String> failures =
        LongStream.range(from, from + count)
            .parallel()
            .mapToObj(seed -> failure(bases, seed))
            .flatMap(Optional::stream)
            .limit(5)
            .toList();

    reporter.publishEntry("random schedules", Long.toString(count));
    assertThat(failures).isEmpty();
  }

  /** A failing seed comes with the fewest faults that still make it fail. */
  private static Optional<String> failure(List<Trial> bases, long seed) {
    Trial base = bases.get((int) (seed % bases.size()));
    Optional<Failure> failure = Schedules.check(Schedules.random(base, new Random(seed)));
    return failure.map(found -> "seed " + seed + ": " + Schedules.shrunk(found));
  }
}
