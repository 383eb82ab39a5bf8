package io.headroom.cloud.aws.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.headroom.document.Excerpt;
import io.headroom.model.unit.HourlyPrice;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads an EC2 offer file (CSV) in one pass. A file has hundreds of megabytes, so only what is
 * asked for is kept: memory grows with the number of types, not of rows. Lines before the titles
 * describe the file. Source: AWS Price List, "Reading the price list files".
 */
final class PriceListReader {

  private static final CsvReader.CsvReaderBuilder READER =
      CsvReader.builder()
          .allowUnclosedQuote(false)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE);

  private static final String FIRST_TITLE = "SKU";
  private static final String PUBLISHED = "Publication Date";
  private static final int MOST_HEADER_LINES = 20;

  private final String region;
  private final SortedMap<String, HourlyPrice> prices = new TreeMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Set<String> previous = new HashSet<>();
  private @Nullable LocalDate published;
  private @Nullable Currency currency;

  private PriceListReader(String region) {
    this.region = region;
  }

  /**
   * Reads the list of {@code region}.
   *
   * @throws PriceListException if the file is not as documented, ends in the middle of a row, or
   *     has no price at all
   * @throws IOException if {@code content} breaks off
   */
  static PriceList read(Reader content, String region) throws IOException {
    PriceListReader reader = new PriceListReader(region);
    try (CsvReader<CsvRecord> rows = READER.ofCsvRecord(content)) {
      reader.readAll(rows);
    } catch (CsvParseException e) {
      throw new PriceListException(
          "it is no CSV file: " + Excerpt.of(String.valueOf(e.getMessage())));
    } catch (java.io.UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
    return reader.result();
  }

  private void readAll(CsvReader<CsvRecord> rows) {
    Map<OfferColumn, Integer> positions = null;
    int width = 0;
    for (CsvRecord record : rows) {
      if (positions != null) {
        accept(positions, record, width);
      } else if (record.getField(0).equals(FIRST_TITLE)) {
        positions = OfferRow.positions(record.getFields());
        width = record.getFieldCount();
      } else {
        readHeader(record);
      }
    }
    if (positions == null) {
      throw new PriceListException("it has no line of titles that begins with " + FIRST_TITLE);
    }
  }

  private void readHeader(CsvRecord record) {
    if (record.getStartingLineNumber() > MOST_HEADER_LINES) {
      throw new PriceListException("it has no line of titles that begins with " + FIRST_TITLE);
    }
    if (record.getField(0).equals(PUBLISHED) && record.getFieldCount() > 1) {
      try {
        published =
            OffsetDateTime.parse(record.getField(1))
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDate();
      } catch (DateTimeException e) {
        throw new PriceListException(
            "its publication date is " + Excerpt.quoted(record.getField(1)));
      }
    }
  }

  private void accept(Map<OfferColumn, Integer> positions, CsvRecord record, int width) {
    if (record.getFieldCount() != width) {
      throw new PriceListException(
          "line "
              + record.getStartingLineNumber()
              + " has "
              + record.getFieldCount()
              + " fields; expected "
              + width
              + ", as titled");
    }
    OfferRow row = OfferRow.of(positions, record);
    if (row.isInstance() && row.text(OfferColumn.CURRENT_GENERATION).equals("No")) {
      previous.add(row.text(OfferColumn.INSTANCE_TYPE));
    }
    if (row.isLinuxOnDemandIn(region)) {
      addPrice(row, record.getStartingLineNumber());
    }
  }

  private void addPrice(OfferRow row, long line) {
    String type = row.text(OfferColumn.INSTANCE_TYPE);
    BigDecimal amount = amount(row, line);
    if (amount.signum() == 0) {
      return; // a reservation is listed as used for nothing
    }
    HourlyPrice price = new HourlyPrice(amount, currency(row, line));
    HourlyPrice before = prices.putIfAbsent(type, price);
    if (before != null && !before.equals(price)) {
      ambiguous.add(type);
    }
  }

  private static BigDecimal amount(OfferRow row, long line) {
    try {
      BigDecimal amount = new BigDecimal(row.text(OfferColumn.PRICE));
      if (amount.signum() >= 0) {
        return amount;
      }
    } catch (NumberFormatException e) {
      // told below, as a negative one is
    }
    throw new PriceListException(
        "line " + line + " has the price " + Excerpt.quoted(row.text(OfferColumn.PRICE)));
  }

  private Currency currency(OfferRow row, long line) {
    String code = row.text(OfferColumn.CURRENCY);
    if (currency == null) {
      try {
        currency = Currency.getInstance(code);
      } catch (IllegalArgumentException e) {
        throw new PriceListException("line " + line + " has the currency " + Excerpt.quoted(code));
      }
    }
    if (!currency.getCurrencyCode().equals(code)) {
      throw new PriceListException(
          "line " + line + " is in " + Excerpt.of(code) + ", lines before in " + currency);
    }
    return currency;
  }

  private PriceList result() {
    if (published == null) {
      throw new PriceListException("it does not say when it was published");
    }
    if (currency == null) {
      throw new PriceListException("it has no price for Linux on demand in " + region);
    }
    prices.keySet().removeAll(ambiguous);
    return new PriceList(
        published, currency, prices, new TreeSet<>(ambiguous), new TreeSet<>(previous));
  }
}
