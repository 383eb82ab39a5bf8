package io.headroom.engine.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.SustainedUse;
import io.headroom.model.unit.Share;
import io.headroom.testing.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateTableTest {

  private static final RegionCatalog REGION =
      Types.region(
          Types.gce("n1-standard-4", 4, 15360).discount(SustainedUse.UP_TO_30).at("0.19"),
          Types.gce("e2-standard-4", 4, 16384).at("0.134"),
          Types.gce("e2-alike-4", 4, 16384).at("0.134"),
          Types.gce("n9-standard-4", 4, 16384).unpriced());

  private static List<String> names(Share running) {
    return CandidateTable.of(REGION).rows(running).stream()
        .map(row -> row.offering().type().name())
        .toList();
  }

  @Test
  void ordersTypesByPriceThenName() {
    // N1: 0.19 × 0.7 = 0.133
    assertThat(names(Share.ALL)).containsExactly("n1-standard-4", "e2-alike-4", "e2-standard-4");
  }

  @Test
  void runningPartOfTheTimeChangesTheOrder() {
    // N1: 0.19 × 0.9 = 0.171
    assertThat(names(Share.ofPercent(50)))
        .containsExactly("e2-alike-4", "e2-standard-4", "n1-standard-4");
  }

  @Test
  void typesWithoutAPriceAreOnlyCounted() {
    CandidateTable table = CandidateTable.of(REGION);
    assertThat(table.unpriced()).isEqualTo(1);
    assertThat(table.catalog()).isSameAs(REGION);
    assertThat(table.catalog().find("n9-standard-4")).isPresent();
  }
}
