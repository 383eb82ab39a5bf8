package io.headroom.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.catalog.snapshot.SnapshotException;
import io.headroom.catalog.snapshot.SnapshotWriter;
import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.SustainedUse;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.HourlyPrice;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogsTest {

  private static final Currency USD = Currency.getInstance("USD");

  private static RegionCatalog oneType(
      Provider provider, String region, String type, String price) {
    Offering known = Catalogs.bundled().region(Provider.AWS, "us-east-1").find(type).orElseThrow();
    Offering priced =
        new Offering(
            known.type(),
            Optional.of(new HourlyPrice(new BigDecimal(price), USD)),
            PriceBasis.LIST,
            SustainedUse.NONE);
    return RegionCatalog.of(
        provider, region, LocalDate.of(2026, 9, 1), "refreshed", List.of(priced), List.of());
  }

  @Test
  void namesTheKnownRegionsAndTheRemedyIfARegionIsNotKnown() {
    assertThatThrownBy(() -> Catalogs.bundled().region(Provider.AWS, "us-west-9"))
        .isInstanceOf(UnknownRegionException.class)
        .hasMessage(
            "Cannot find region us-west-9 of aws in the catalog: known are ap-south-1,"
                + " eu-central-1, eu-west-1, us-east-1; run headroom catalog refresh --provider aws"
                + " --region us-west-9, or declare it in a price file");
    assertThat(Catalogs.bundled().find(Provider.GCE, "us-east-1", Platform.LINUX)).isEmpty();
  }

  @Test
  void escapesAHostileRegionInItsMessage() {
    assertThatThrownBy(() -> Catalogs.bundled().region(Provider.AWS, "\u001B[31m../x"))
        .hasMessageStartingWith("Cannot find region \\u001B[31m../x of aws");
  }

  @Test
  void readsARegionOnceWhoeverAsks() {
    Catalogs catalogs = Catalogs.bundled();
    List<RegionCatalog> read =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> catalogs.region(Provider.GCE, "us-central1"))
            .toList();
    assertThat(read).allSatisfy(region -> assertThat(region).isSameAs(read.get(0)));
  }

  @Test
  void letsARegionOfTheUsersOwnSnapshotGoFirst(@TempDir Path folder) {
    SnapshotWriter writer = new SnapshotWriter(folder);
    writer.write(oneType(Provider.AWS, "us-east-1", "m5.large", "0.09"), USD, "none");
    writer.write(oneType(Provider.AWS, "us-west-9", "m6a.large", "0.08"), USD, "none");
    Catalogs catalogs = Catalogs.bundled().withOverlay(folder);
    RegionCatalog refreshed = catalogs.region(Provider.AWS, "us-east-1");
    assertThat(refreshed.offerings()).containsOnlyKeys("m5.large");
    assertThat(refreshed.source()).isEqualTo("refreshed");
    assertThat(catalogs.region(Provider.AWS, "us-west-9").priceDate())
        .isEqualTo(LocalDate.of(2026, 9, 1));
    assertThat(catalogs.region(Provider.AWS, "eu-west-1"))
        .isEqualTo(Catalogs.bundled().region(Provider.AWS, "eu-west-1"));
    assertThat(catalogs.regions()).hasSize(8);
    assertThat(catalogs.regions().get(3).types()).isEqualTo(1);
  }

  @Test
  void changesNothingWithoutAFolder(@TempDir Path folder) {
    Catalogs bundled = Catalogs.bundled();
    assertThat(bundled.withOverlay(folder.resolve("none"))).isSameAs(bundled);
  }

  @Test
  void refusesAFolderWithoutAnIndex(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("us-east-1.csv"), "");
    assertThatThrownBy(() -> Catalogs.bundled().withOverlay(folder))
        .isInstanceOf(SnapshotException.class)
        .hasMessageMatching("Cannot read .*regions.csv: there is no such file");
  }

  @Test
  void hasNoPriceForAnotherPlatformWithoutAPriceFile() {
    RegionCatalog linux = Catalogs.bundled().region(Provider.GCE, "us-central1");
    RegionCatalog windows =
        Catalogs.bundled().region(Provider.GCE, "us-central1", Platform.WINDOWS);
    assertThat(windows.offerings().keySet()).isEqualTo(linux.offerings().keySet());
    assertThat(windows.offerings().values())
        .allSatisfy(offering -> assertThat(offering.price()).isEmpty());
    assertThat(windows.customShapes())
        .extracting(CustomShapes::prices)
        .containsOnly(Optional.empty());
    assertThat(windows.find("n2-custom-4-9216").orElseThrow().price()).isEmpty();
  }
}
