package io.headroom.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.headroom.model.machine.Provider;
import io.headroom.testing.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionCatalogTest {

  private static final Offering B = Types.gce("n2-b", 2, 8192).at("0.1");
  private static final Offering A = Types.gce("n2-a", 2, 8192).at("0.2");
  private static final CustomShapes N2 =
      new CustomShapes(
          "n2", 2, List.of(2, 4), 512, 8192, 65_536, Optional.empty(), SustainedUse.NONE);

  private static final RegionCatalog REGION =
      RegionCatalog.of(
          Provider.GCE,
          "us-central1",
          LocalDate.of(2026, 7, 20),
          "a test",
          List.of(B, A),
          List.of(N2));

  @Test
  void offeringsAreInTheOrderOfTheirNames() {
    assertThat(REGION.offerings()).containsExactly(entry("n2-a", A), entry("n2-b", B));
  }

  @Test
  void findsListedTypesAndCustomShapes() {
    assertThat(REGION.find("n2-a")).contains(A);
    assertThat(REGION.find("n2-custom-4-9216").map(offering -> offering.type().name()))
        .contains("n2-custom-4-9216");
    assertThat(REGION.find("n2-c")).isEmpty();
    assertThat(REGION.find("n2-custom-3-9216")).isEmpty();
  }
}
