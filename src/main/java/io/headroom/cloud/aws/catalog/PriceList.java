package io.headroom.cloud.aws.catalog;

import io.headroom.model.unit.HourlyPrice;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a region's price list says of its types.
 *
 * @param published day it was published
 * @param currency currency of all its prices
 * @param prices hourly prices by type, those of ambiguous types left out
 * @param ambiguous types with several different prices
 * @param previousGeneration types that AWS counts as of a previous generation
 */
record PriceList(
    LocalDate published,
    Currency currency,
    SortedMap<String, HourlyPrice> prices,
    SortedSet<String> ambiguous,
    SortedSet<String> previousGeneration) {

  PriceList {
    prices = Collections.unmodifiableSortedMap(new TreeMap<>(prices));
    ambiguous = Collections.unmodifiableSortedSet(new TreeSet<>(ambiguous));
    previousGeneration = Collections.unmodifiableSortedSet(new TreeSet<>(previousGeneration));
  }

  /** Returns the price of a type; nothing if the list has none, or several. */
  Optional<HourlyPrice> price(String type) {
    return Optional.ofNullable(prices.get(type));
  }

  /** Whether AWS counts the type as of a previous generation. */
  boolean isPreviousGeneration(String type) {
    return previousGeneration.contains(type);
  }
}
