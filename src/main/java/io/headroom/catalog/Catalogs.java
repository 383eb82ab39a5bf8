package io.headroom.catalog;

import io.headroom.catalog.price.PriceFile;
import io.headroom.catalog.price.RegionSource;
import io.headroom.catalog.price.UnpricedRegion;
import io.headroom.catalog.snapshot.Snapshot;
import io.headroom.catalog.snapshot.SnapshotRegion;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The instance types of all known regions and what they cost. A region is read when it is asked for
 * the first time and kept. Instances never change and may be shared between threads.
 */
public final class Catalogs {

  private final ListPrices lists;
  private final Optional<PriceFile> prices;
  private final RegionSource known;
  private final ConcurrentMap<String, RegionCatalog> priced = new ConcurrentHashMap<>();

  private Catalogs(ListPrices lists, Optional<PriceFile> prices) {
    this.lists = lists;
    this.prices = prices;
    this.known = prices.map(file -> file.over(lists)).orElse(lists);
  }

  /** Returns the regions that are bundled with the program, at list prices. */
  public static Catalogs bundled() {
    return new Catalogs(new ListPrices(List.of(Snapshot.bundled())), Optional.empty());
  }

  /**
   * Returns catalogs in which the regions of the snapshot in {@code folder} take the place of the
   * ones here. Without such a folder nothing changes.
   *
   * @throws io.headroom.catalog.snapshot.SnapshotException if the folder has no readable index
   * @throws io.headroom.document.DocumentException if the price file in force names something that
   *     is not known any more
   */
  public Catalogs withOverlay(Path folder) {
    return Snapshot.in(folder).map(overlay -> of(lists.behind(overlay), prices)).orElse(this);
  }

  /**
   * Returns catalogs in which {@code file} takes the place of list prices, and of a price file that
   * was in force before.
   *
   * @throws io.headroom.document.DocumentException if the file names a region, type or family that
   *     is not known here
   */
  public Catalogs withPrices(PriceFile file) {
    return of(lists, Optional.of(file));
  }

  private static Catalogs of(ListPrices lists, Optional<PriceFile> prices) {
    prices.ifPresent(file -> file.requireKnown(lists));
    return new Catalogs(lists, prices);
  }

  /** Returns all regions of the snapshots, by provider and name. */
  public List<SnapshotRegion> regions() {
    return lists.regions();
  }

  /**
   * Returns the types of a region and their prices for Linux.
   *
   * @throws UnknownRegionException if neither a snapshot nor the price file has it
   * @throws io.headroom.catalog.snapshot.SnapshotException if the region cannot be read
   */
  public RegionCatalog region(Provider provider, String region) {
    return region(provider, region, Platform.LINUX);
  }

  /**
   * Returns the types of a region and their prices for {@code platform}. List prices are for Linux;
   * a type has a price for another platform only if the price file gives one.
   *
   * @throws UnknownRegionException if neither a snapshot nor the price file has it
   * @throws io.headroom.catalog.snapshot.SnapshotException if the region cannot be read
   */
  public RegionCatalog region(Provider provider, String region, Platform platform) {
    return find(provider, region, platform)
        .orElseThrow(() -> new UnknownRegionException(provider, region, known.regions(provider)));
  }

  /**
   * Returns the same as {@link #region(Provider, String, Platform)}; nothing if neither a snapshot
   * nor the price file has the region.
   *
   * @throws io.headroom.catalog.snapshot.SnapshotException if the region cannot be read
   */
  public Optional<RegionCatalog> find(Provider provider, String region, Platform platform) {
    return known
        .find(provider, region)
        .map(
            list ->
                priced.computeIfAbsent(
                    provider.id() + "/" + region + "/" + platform.id(),
                    key -> atPrices(list, platform)));
  }

  private RegionCatalog atPrices(RegionCatalog list, Platform platform) {
    return prices
        .map(file -> file.priced(list, platform))
        .orElseGet(() -> platform == Platform.LINUX ? list : UnpricedRegion.of(list));
  }
}
