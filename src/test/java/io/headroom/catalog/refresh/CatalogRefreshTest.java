package io.headroom.catalog.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalogs;
import io.headroom.catalog.snapshot.DatedSnapshots;
import io.headroom.catalog.snapshot.SnapshotRegion;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Provider;
import io.headroom.testing.FixedCatalogs;
import io.headroom.testing.SmallCatalog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogRefreshTest {

  private static final Instant NIGHT = Instant.parse("2026-11-24T00:30:00Z");

  private static RegionCatalog named(String region) {
    RegionCatalog small = SmallCatalog.usEast1();
    return RegionCatalog.of(
        Provider.AWS,
        region,
        small.priceDate(),
        small.source(),
        small.offerings().values(),
        List.of());
  }

  private static RefreshReport refresh(
      Path folder, CatalogSources sources, Instant at, String... regions) {
    try (CatalogSource source = sources.open(Provider.AWS, Optional.empty())) {
      return new CatalogRefresh(source, new DatedSnapshots(folder))
          .run(new TreeSet<>(List.of(regions)), at);
    }
  }

  @Test
  void writesASnapshotThatIsUsedFromThenOn(@TempDir Path folder) {
    RefreshReport report =
        refresh(folder, FixedCatalogs.of(named("us-east-1")), NIGHT, "us-east-1");

    assertThat(report.folder()).contains(folder.resolve("2026-11-24T003000.000Z"));
    assertThat(report.failures()).isEmpty();
    assertThat(report.fetched().get(0).priced()).isEqualTo(5);
    RegionCatalog used = Catalogs.bundled().withOverlay(folder).region(Provider.AWS, "us-east-1");
    assertThat(used).isEqualTo(named("us-east-1"));
  }

  @Test
  void keepsTheRegionsOfTheSnapshotBefore(@TempDir Path folder) {
    refresh(folder, FixedCatalogs.of(named("us-east-1")), NIGHT, "us-east-1");
    refresh(folder, FixedCatalogs.of(named("eu-west-1")), NIGHT.plusSeconds(1), "eu-west-1");

    Catalogs catalogs = Catalogs.bundled().withOverlay(folder);
    assertThat(catalogs.region(Provider.AWS, "us-east-1")).isEqualTo(named("us-east-1"));
    assertThat(catalogs.region(Provider.AWS, "eu-west-1")).isEqualTo(named("eu-west-1"));
  }

  @Test
  void namesARegionThatFailsAndTakesTheOthers(@TempDir Path folder) {
    RefreshReport report =
        refresh(folder, FixedCatalogs.of(named("us-east-1")), NIGHT, "us-east-1", "us-west-9");

    assertThat(report.failures())
        .containsOnly(java.util.Map.entry("us-west-9", "Cannot find region us-west-9"));
    assertThat(Catalogs.bundled().withOverlay(folder).regions())
        .filteredOn(region -> region.source().equals("list prices"))
        .extracting(SnapshotRegion::region)
        .containsExactly("us-east-1");
  }

  @Test
  void leavesTheSnapshotBeforeIfAllFails(@TempDir Path folder) {
    refresh(folder, FixedCatalogs.of(named("us-east-1")), NIGHT, "us-east-1");
    RefreshReport report = refresh(folder, FixedCatalogs.of(), NIGHT.plusSeconds(1), "us-east-1");

    assertThat(report.folder()).isEmpty();
    assertThat(new DatedSnapshots(folder).newest())
        .contains(folder.resolve("2026-11-24T003000.000Z"));
    assertThat(Catalogs.bundled().withOverlay(folder).region(Provider.AWS, "us-east-1"))
        .isEqualTo(named("us-east-1"));
  }

  @Test
  void writesNothingIfTheFirstRefreshFails(@TempDir Path folder) {
    refresh(folder.resolve("catalog"), FixedCatalogs.of(), NIGHT, "us-east-1");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesARegionThatASnapshotCannotHold(@TempDir Path folder) {
    RegionCatalog nameless =
        RegionCatalog.of(
            Provider.AWS,
            "us-east-1",
            SmallCatalog.usEast1().priceDate(),
            "",
            SmallCatalog.usEast1().offerings().values(),
            List.of());
    RefreshReport report =
        refresh(
            folder,
            FixedCatalogs.of(nameless, named("eu-west-1")),
            NIGHT,
            "us-east-1",
            "eu-west-1");

    assertThat(report.failures().get("us-east-1"))
        .startsWith("Cannot keep us-east-1: ")
        .contains("Invalid source");
    assertThat(report.fetched()).hasSize(1);
  }
}
