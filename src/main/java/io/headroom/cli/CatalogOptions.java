package io.headroom.cli;

import io.headroom.catalog.Catalogs;
import io.headroom.catalog.price.PriceFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which types and prices count. */
final class CatalogOptions {

  @Mixin private final SnapshotOption snapshot = new SnapshotOption();

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Price file of your own: negotiated prices, commitments, other platforms.")
  private Optional<Path> prices = Optional.empty();

  /** Returns the catalog: refreshed regions before bundled ones, at the prices of the file. */
  Catalogs catalogs() {
    Catalogs listed = snapshot.catalogs();
    return prices.map(PriceFile::read).map(listed::withPrices).orElse(listed);
  }

  /** Returns the folder of the snapshot that is in force; nothing if that is the bundled one. */
  Optional<Path> snapshot() {
    return snapshot.snapshot();
  }

  /** Returns the folder that refreshed regions are in, if there is one. */
  Optional<Path> folder() {
    return snapshot.folder();
  }

  /** Returns the price file, if one was named. */
  Optional<Path> prices() {
    return prices;
  }
}
