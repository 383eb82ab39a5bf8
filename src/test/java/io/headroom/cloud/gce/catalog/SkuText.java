package io.headroom.cloud.gce.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes SKUs in the JSON of the Cloud Billing Catalog, sold on demand in us-central1. */
final class SkuText {

  private static final String REGIONS = "\"us-central1\", \"us-east1\"";

  private final List<String> skus = new ArrayList<>();

  /** Adds the SKUs of a core and a GiB, and all kinds of others that share their words. */
  SkuText series(String words, String core, String gib) {
    part(words + " Core running in Americas", "h", core);
    part(words + " Ram running in Americas", "GiBy.h", gib);
    for (String kind : List.of(" Core", " Ram")) {
      String unit = kind.equals(" Core") ? "h" : "GiBy.h";
      String wrong = "9.99";
      sku("Spot Preemptible " + words + kind + " running in Americas", "Preemptible", unit, wrong);
      sku(words + kind + " running in Americas", "Preemptible", unit, wrong);
      sku("Commitment v1: " + words + kind + " in Americas for 1 Year", "Commit1Yr", unit, wrong);
      part("Sole Tenancy Premium for " + words + kind + " running in Americas", unit, wrong);
      part("Reserved " + words + kind + " in Americas", unit, wrong);
      part(words + kind + " DWS Calendar Mode running in Americas", unit, wrong);
    }
    return this;
  }

  /** Adds a SKU that is sold on demand. */
  SkuText part(String description, String unit, String price) {
    return sku(description, "OnDemand", unit, price);
  }

  SkuText sku(String description, String usageType, String unit, String price) {
    return raw(
        description, usageType, unit, REGIONS, "{\"unitPrice\": " + money(price, "USD") + "}");
  }

  /** Adds a SKU with rates of one's own. */
  SkuText raw(String description, String usageType, String unit, String regions, String rates) {
    skus.add(
        String.format(
            Locale.ROOT,
            """
        {"name": "services/6F81-5844-456A/skus/%04d", "description": "%s",
         "category": {"serviceDisplayName": "Compute Engine", "resourceFamily": "Compute",
                      "resourceGroup": "CPU", "usageType": "%s"},
         "serviceRegions": [%s],
         "pricingInfo": [{"summary": "", "currencyConversionRate": 1,
           "pricingExpression": {"usageUnit": "%s", "displayQuantity": 1,
             "tieredRates": [%s]},
           "effectiveTime": "2026-11-20T01:48:54.819Z"}]}
        """,
            skus.size(),
            description,
            usageType,
            regions,
            unit,
            rates));
    return this;
  }

  static String money(String price, String currency) {
    BigDecimal amount = new BigDecimal(price);
    BigDecimal units = amount.setScale(0, RoundingMode.DOWN);
    return String.format(
        Locale.ROOT,
        "{\"currencyCode\": \"%s\", \"units\": \"%s\", \"nanos\": %d}",
        currency,
        units.toPlainString(),
        amount.subtract(units).movePointRight(9).intValueExact());
  }

  List<String> skus() {
    return List.copyOf(skus);
  }
}
