package io.headroom.proof.resize;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.proof.Laboratory;
import io.headroom.proof.PlantedBug;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation is worth something: it sees each bug that is planted, and nothing without one. */
@Tag("slow")
class ResizeBugsIT {

  private static final Map<PlantedBug, String> FAILURES = new ConcurrentHashMap<>();

  @BeforeAll
  static void plantThemAll() {
    bugs().parallel().forEach(bug -> FAILURES.put(bug, Laboratory.run(bug, ResizeChecks.class)));
  }

  static Stream<PlantedBug> bugs() {
    return ResizeBugs.ALL.stream();
  }

  @Test
  void withoutABugNothingFails() {
    assertThat(Laboratory.control(ResizeChecks.class)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void isCaught(PlantedBug bug) {
    assertThat(FAILURES.getOrDefault(bug, "")).as(bug.toString()).isNotEmpty();
  }
}
