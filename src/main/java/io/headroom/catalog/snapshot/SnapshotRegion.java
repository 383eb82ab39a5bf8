package io.headroom.catalog.snapshot;

import io.headroom.model.machine.Provider;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * What a snapshot says of one region without reading its types.
 *
 * @param currency currency of its list prices
 * @param priceDate day of its list prices
 * @param types how many types it has, priced or not
 * @param customSeries how many series with custom shapes it has
 * @param source where types and prices come from
 * @param licence under which licences the sources published them
 */
public record SnapshotRegion(
    Provider provider,
    String region,
    Currency currency,
    LocalDate priceDate,
    int types,
    int customSeries,
    String source,
    String licence)
    implements Comparable<SnapshotRegion> {

  private static final Comparator<SnapshotRegion> ORDER =
      Comparator.comparing(SnapshotRegion::provider).thenComparing(SnapshotRegion::region);

  /** A region is part of the names of files, so nothing else may be in it. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  /** Whether {@code text} can be the name of a region: lower-case letters, digits and hyphens. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Returns provider and region: {@code aws/us-east-1}. */
  public String qualifiedName() {
    return provider.id() + "/" + region;
  }

  /** Returns the name of the file with its types. */
  String typesFile() {
    return qualifiedName() + ".csv";
  }

  /** Returns the name of the file with its custom shapes; there is none without such series. */
  String shapesFile() {
    return qualifiedName() + "-custom.csv";
  }

  /** Whether it is {@code region} of {@code provider}. */
  public boolean isOf(Provider otherProvider, String otherRegion) {
    return provider == otherProvider && region.equals(otherRegion);
  }

  /** Orders by provider, then region; a snapshot has each region once. */
  @Override
  public int compareTo(SnapshotRegion other) {
    return ORDER.compare(this, other);
  }
}
