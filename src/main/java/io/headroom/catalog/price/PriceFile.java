package io.headroom.catalog.price;

import io.headroom.document.DocumentException;
import io.headroom.document.GuardedYaml;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Platform;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;

/**
 * Prices of the user's own, for types, families and regions, all in one currency. An own price is
 * final: no sustained-use discount comes off it.
 */
public final class PriceFile {

  private final String name;
  private final Currency currency;
  private final List<DeclaredRegion> declared;
  private final List<PriceEntry> entries;

  PriceFile(
      String name, Currency currency, List<DeclaredRegion> declared, List<PriceEntry> entries) {
    this.name = name;
    this.currency = currency;
    this.declared = List.copyOf(declared);
    this.entries = List.copyOf(entries);
  }

  /**
   * Reads a price file in YAML or JSON.
   *
   * @throws DocumentException if it cannot be read or is not as its schema says; carries everything
   *     that is wrong
   */
  public static PriceFile read(Path file) {
    return PriceFileReader.read(GuardedYaml.read(file));
  }

  /**
   * Reads the text of a price file.
   *
   * @param name name for messages
   * @throws DocumentException if it is not as its schema says; carries everything that is wrong
   */
  public static PriceFile parse(String name, String text) {
    return PriceFileReader.read(GuardedYaml.parse(name, text));
  }

  /** Returns the name of the file as the user gave it. */
  public String name() {
    return name;
  }

  /** Returns the currency of its amounts. */
  public Currency currency() {
    return currency;
  }

  List<PriceEntry> entries() {
    return entries;
  }

  List<DeclaredRegion> declared() {
    return declared;
  }

  /**
   * Returns the regions of {@code lists} and those that this file declares, which have types and no
   * list prices.
   */
  public RegionSource over(RegionSource lists) {
    return new ExtendedSource(lists, declared);
  }

  /**
   * Checks that every region, type and family is known, so that a slip of the pen never does
   * nothing in silence, and that a discount has a list price in the file's currency to come off.
   *
   * @throws DocumentException if not; carries everything that is wrong, with the nearest names
   */
  public void requireKnown(RegionSource lists) {
    new PriceCheck(this, lists).requireKnown();
  }

  /**
   * Returns what machines with {@code platform} cost in a region, whose {@code list} prices are
   * given. A type that the file does not name keeps its list price if that is for the platform
   * (Linux) and the file names nothing of the region in another currency; else it has no price.
   */
  public RegionCatalog priced(RegionCatalog list, Platform platform) {
    return new OwnPrices(this, list, platform).applied();
  }
}
