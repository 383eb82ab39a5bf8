package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.testing.Regions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTimelineTest {

  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

  private static TypeChange change(Instant from, String type) {
    return new TypeChange(from, type, /* madeByHeadroom= */ false);
  }

  private static CapacityTimeline timeline(String present, TypeChange... changes) {
    return CapacityTimeline.of(new TypeHistory(present, List.of(changes)), Regions.ec2());
  }

  @Test
  void assumesThePresentTypeForAllOfThePast() {
    CapacityTimeline timeline = timeline("m5.large");
    assertThat(timeline.isAssumed()).isTrue();
    assertThat(timeline.at(Instant.EPOCH).map(InstanceType::name)).contains("m5.large");
  }

  @Test
  void knowsNothingBeforeTheFirstProvenChange() {
    CapacityTimeline timeline = timeline("m5.large", change(JUNE, "m5.large"));
    assertThat(timeline.isAssumed()).isFalse();
    assertThat(timeline.at(JUNE.minusSeconds(1))).isEmpty();
    assertThat(timeline.at(JUNE).map(InstanceType::name)).contains("m5.large");
  }

  @Test
  void aTypeIsInForceFromItsChangeToTheNext() {
    CapacityTimeline timeline =
        timeline("m5.xlarge", change(JUNE, "m5.large"), change(JULY, "m5.xlarge"));
    assertThat(timeline.at(JULY.minusSeconds(1)).map(InstanceType::name)).contains("m5.large");
    assertThat(timeline.at(JULY).map(InstanceType::name)).contains("m5.xlarge");
    assertThat(timeline.at(JULY.plusSeconds(999_999_999)).map(InstanceType::name))
        .contains("m5.xlarge");
  }

  @Test
  void aTypeTheCatalogDoesNotKnowIsNotKnown() {
    CapacityTimeline timeline =
        timeline("m5.large", change(JUNE, "m1.gone"), change(JULY, "m5.large"));
    assertThat(timeline.at(JUNE)).isEmpty();
    assertThat(timeline.at(JULY)).isPresent();
  }

  @Test
  void reignsCoverAllOfTime() {
    List<CapacityTimeline.Reign> reigns =
        timeline("m5.xlarge", change(JUNE, "m5.large"), change(JULY, "m5.xlarge")).reigns();
    assertThat(reigns.get(0).from()).isEqualTo(Long.MIN_VALUE);
    assertThat(reigns.get(2).until()).isEqualTo(Long.MAX_VALUE);
    assertThat(reigns.get(0).until()).isEqualTo(reigns.get(1).from());
    assertThat(reigns.get(1).until()).isEqualTo(reigns.get(2).from());
  }
}
