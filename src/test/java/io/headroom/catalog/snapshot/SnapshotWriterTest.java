package io.headroom.catalog.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.HourlyPrice;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotWriterTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Snapshot BUNDLED = Snapshot.bundled();

  private static SnapshotRegion usEast() {
    return BUNDLED.find(Provider.AWS, "us-east-1").orElseThrow();
  }

  private static RegionCatalog withPrice(HourlyPrice price, PriceBasis basis) {
    RegionCatalog region = BUNDLED.read(usEast());
    Offering m5 = region.find("m5.large").orElseThrow();
    Offering changed = new Offering(m5.type(), Optional.of(price), basis, m5.discount());
    return RegionCatalog.of(
        region.provider(),
        region.region(),
        region.priceDate(),
        region.source(),
        List.of(changed),
        List.of());
  }

  @Test
  void writesTheBundledRegionsAsTheyAre(@TempDir Path folder) throws IOException {
    SnapshotWriter writer = new SnapshotWriter(folder);
    for (SnapshotRegion region : BUNDLED.regions()) {
      writer.write(BUNDLED.read(region), region.currency(), region.licence());
    }
    Snapshot written = Snapshot.in(folder).orElseThrow();
    assertThat(written.regions()).isEqualTo(BUNDLED.regions());
    for (SnapshotRegion region : BUNDLED.regions()) {
      assertThat(written.read(region)).isEqualTo(BUNDLED.read(region));
      assertSameBytes(folder, region.typesFile());
      if (region.customSeries() > 0) {
        assertSameBytes(folder, region.shapesFile());
      }
    }
    assertSameBytes(folder, RegionIndex.FILE);
  }

  private static void assertSameBytes(Path folder, String file) throws IOException {
    try (InputStream bundled = SnapshotFiles.bundled().open(file).orElseThrow()) {
      assertThat(folder.resolve(file)).hasBinaryContent(bundled.readAllBytes());
    }
  }

  @Test
  void replacesARegionAndKeepsTheOthers(@TempDir Path folder) throws IOException {
    SnapshotWriter writer = new SnapshotWriter(folder);
    SnapshotRegion other = BUNDLED.find(Provider.GCE, "us-central1").orElseThrow();
    writer.write(BUNDLED.read(usEast()), USD, "before");
    writer.write(BUNDLED.read(other), USD, "other");
    writer.write(
        withPrice(new HourlyPrice(new BigDecimal("0.5"), USD), PriceBasis.LIST), USD, "after");
    Snapshot written = Snapshot.in(folder).orElseThrow();
    assertThat(written.regions())
        .extracting(region -> region.region() + " " + region.types() + " " + region.licence())
        .containsExactly("us-east-1 1 after", "us-central1 552 other");
    RegionCatalog changed = written.read(written.find(Provider.AWS, "us-east-1").orElseThrow());
    assertThat(changed.find("m5.large").orElseThrow().price())
        .contains(new HourlyPrice(new BigDecimal("0.5"), USD));
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".new"));
    }
  }

  @Test
  void refusesPricesThatAreNoListPricesOfTheRegion(@TempDir Path folder) {
    SnapshotWriter writer = new SnapshotWriter(folder);
    RegionCatalog own = withPrice(new HourlyPrice(new BigDecimal("0.5"), USD), PriceBasis.OWN);
    assertThatThrownBy(() -> writer.write(own, USD, "l"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot write a catalog: Offering[")
        .hasMessageContaining("would be read back as");
    RegionCatalog euro =
        withPrice(
            new HourlyPrice(new BigDecimal("0.5"), Currency.getInstance("EUR")), PriceBasis.LIST);
    assertThatThrownBy(() -> writer.write(euro, USD, "l"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesARegionWithoutSourceOrLicence(@TempDir Path folder) {
    RegionCatalog region = BUNDLED.read(usEast());
    assertThatThrownBy(() -> new SnapshotWriter(folder).write(region, USD, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot write a catalog: Cannot read regions.csv line 2: Invalid licence: \"\";"
                + " expected a value");
  }

  @Test
  void keepsTextWithCommasAndQuotes(@TempDir Path folder) {
    String licence = "see \"LICENCE\", line 2\nand after";
    new SnapshotWriter(folder).write(BUNDLED.read(usEast()), USD, licence);
    assertThat(Snapshot.in(folder).orElseThrow().regions().first().licence()).isEqualTo(licence);
  }

  @Test
  void saysWhatCannotBeWritten(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> new SnapshotWriter(file).write(BUNDLED.read(usEast()), USD, "l"))
        .isInstanceOf(SnapshotException.class)
        .hasMessageStartingWith("Cannot write into " + file + ": ");
  }
}
