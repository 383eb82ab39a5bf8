package io.headroom.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks are worth something: they see each bug that is planted, and nothing without one. */
@Tag("slow")
class PlantedBugsIT {

  private static final Map<PlantedBug, String> FAILURES = new ConcurrentHashMap<>();

  @BeforeAll
  static void plantThemAll() {
    bugs().parallel().forEach(bug -> FAILURES.put(bug, Laboratory.run(bug, EngineChecks.class)));
  }

  static Stream<PlantedBug> bugs() {
    return PlantedBug.ALL.stream();
  }

  @Test
  void withoutABugNothingFails() {
    assertThat(Laboratory.control(EngineChecks.class)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void isCaught(PlantedBug bug) {
    assertThat(FAILURES.getOrDefault(bug, "")).as(bug.toString()).isNotEmpty();
  }
}
