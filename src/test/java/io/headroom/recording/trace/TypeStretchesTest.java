package io.headroom.recording.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.TypeChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeStretchesTest {

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  @Test
  void aMachineThatNeverChangesHasOneTypeFromItsStart() {
    assertThat(changes("a*10")).containsExactly("2026-07-01T00:00:00Z a");
  }

  @Test
  void aTypeThatLastsADayIsAChange() {
    assertThat(changes("a*30", "b*24"))
        .containsExactly("2026-07-01T00:00:00Z a", "2026-07-02T06:00:00Z b");
  }

  @Test
  void aTypeThatLastsLessIsNone() {
    assertThat(changes("a*30", "b*23", "a*30", "b*23")).containsExactly("2026-07-01T00:00:00Z a");
  }

  @Test
  void aTypeThatComesAndGoesInShortRunsIsNone() {
    List<String> runs = new ArrayList<>(List.of("a*30"));
    for (int i = 0; i < 20; i++) {
      runs.add("b*20");
      runs.add("c*3");
    }
    assertThat(changes(runs.toArray(String[]::new))).containsExactly("2026-07-01T00:00:00Z a");
  }

  @Test
  void theFirstTypeThatLastsCountsFromTheStart() {
    // at boot, a slot is an average of off and on
    assertThat(changes("boot*1", "a*48")).containsExactly("2026-07-01T00:00:00Z a");
  }

  @Test
  void theLastTypeCountsIfNoneLasts() {
    assertThat(changes("a*3", "b*2")).containsExactly("2026-07-01T00:00:00Z b");
  }

  @Test
  void aTypeMayComeBack() {
    assertThat(changes("a*24", "b*24", "a*24"))
        .containsExactly(
            "2026-07-01T00:00:00Z a", "2026-07-02T00:00:00Z b", "2026-07-03T00:00:00Z a");
  }

  /** Returns the changes of types that are nearest for so many hours each. */
  private static List<String> changes(String... runs) {
    List<String> nearest = new ArrayList<>();
    for (String run : runs) {
      int star = run.indexOf('*');
      int hours = Integer.parseInt(run.substring(star + 1));
      nearest.addAll(Collections.nCopies(hours, run.substring(0, star)));
    }
    return TypeStretches.of(nearest, START, Duration.ofHours(1)).stream()
        .map(TypeStretchesTest::text)
        .toList();
  }

  private static String text(TypeChange change) {
    assertThat(change.madeByHeadroom()).isFalse();
    return change.from() + " " + change.instanceType();
  }
}
