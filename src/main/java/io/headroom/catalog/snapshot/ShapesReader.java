package io.headroom.catalog.snapshot;

import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.catalog.ResourcePrices;
import io.headroom.model.unit.HourlyPrice;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the rows of a file of custom shapes. */
final class ShapesReader {

  private static final Pattern SERIES = Pattern.compile("[a-z][a-z0-9]{0,9}");

  private final Currency currency;

  ShapesReader(Currency currency) {
    this.currency = currency;
  }

  CustomShapes read(CsvRow row) {
    String series = row.text(ShapeColumn.SERIES);
    if (!SERIES.matcher(series).matches()) {
      throw row.invalid(ShapeColumn.SERIES, "the name of a series, such as n2d");
    }
    int least = row.whole(ShapeColumn.MIN_MIB_PER_VCPU, 1);
    return new CustomShapes(
        series,
        TypeName.generation(series),
        counts(row),
        least,
        row.whole(ShapeColumn.MAX_MIB_PER_VCPU, least),
        row.whole(ShapeColumn.MAX_MEMORY_MIB, least),
        prices(row),
        SustainedUseField.readCustom(row, ShapeColumn.SUSTAINED_USE_PERCENT));
  }

  private static List<Integer> counts(CsvRow row) {
    List<String> counts = row.parts(ShapeColumn.VCPU_COUNTS);
    if (counts.isEmpty()) {
      throw row.invalid(ShapeColumn.VCPU_COUNTS, "one or more, joined by a bar");
    }
    return counts.stream().map(count -> row.whole(ShapeColumn.VCPU_COUNTS, count, 1)).toList();
  }

  private Optional<ResourcePrices> prices(CsvRow row) {
    Optional<BigDecimal> vcpu = row.findDecimal(ShapeColumn.VCPU_PRICE);
    Optional<BigDecimal> gib = row.findDecimal(ShapeColumn.GIB_PRICE);
    if (vcpu.isPresent() != gib.isPresent()) {
      throw row.invalid(ShapeColumn.GIB_PRICE, "both prices or neither");
    }
    return vcpu.flatMap(
        price ->
            gib.map(
                other ->
                    new ResourcePrices(
                        new HourlyPrice(price, currency),
                        new HourlyPrice(other, currency),
                        PriceBasis.DERIVED)));
  }
}
