package io.headroom.cloud.aws.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes offer files with the titles and the shape of AWS's of 2025-09. A row is that of Linux on
 * demand on shared hardware in eu-west-1 unless it says otherwise.
 */
final class OfferFileText {

  static final String REGION = "eu-west-1";

  private static final List<String> TITLES =
      List.of(
          "SKU",
          "OfferTermCode",
          "RateCode",
          "TermType",
          "PriceDescription",
          "EffectiveDate",
          "StartingRange",
          "EndingRange",
          "Unit",
          "PricePerUnit",
          "Currency",
          "Product Family",
          "serviceCode",
          "Location",
          "Location Type",
          "Instance Type",
          "Current Generation",
          "Tenancy",
          "Operating System",
          "License Model",
          "usageType",
          "operation",
          "CapacityStatus",
          "MarketOption",
          "Pre Installed S/W",
          "Region Code");

  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("TermType", "OnDemand"),
          Map.entry("PriceDescription", "$0.1 per \"On Demand\" Linux, an hour"),
          Map.entry("Unit", "Hrs"),
          Map.entry("Currency", "USD"),
          Map.entry("Product Family", "Compute Instance"),
          Map.entry("serviceCode", "AmazonEC2"),
          Map.entry("Location Type", "AWS Region"),
          Map.entry("Current Generation", "Yes"),
          Map.entry("Tenancy", "Shared"),
          Map.entry("Operating System", "Linux"),
          Map.entry("License Model", "No License required"),
          Map.entry("operation", "RunInstances"),
          Map.entry("CapacityStatus", "Used"),
          Map.entry("MarketOption", "OnDemand"),
          Map.entry("Pre Installed S/W", "NA"),
          Map.entry("Region Code", REGION));

  private final List<String> lines = new ArrayList<>();

  OfferFileText() {
    lines.add(line(List.of("FormatVersion", "v1.0")));
    lines.add(line(List.of("Disclaimer", "This pricing list is for \"information\" only.")));
    lines.add(line(List.of("Publication Date", "2026-11-20T22:53:08Z")));
    lines.add(line(List.of("Version", "20261120225308")));
    lines.add(line(List.of("OfferCode", "AmazonEC2")));
    lines.add(line(TITLES));
  }

  /** Adds a row; {@code others} are pairs of a title and its value. */
  OfferFileText row(String type, String price, String... others) {
    Map<String, String> fields = new TreeMap<>(USUAL);
    fields.put("SKU", "SKU" + lines.size());
    fields.put("Instance Type", type);
    fields.put("PricePerUnit", price);
    for (int index = 0; index < others.length; index += 2) {
      if (!TITLES.contains(others[index])) {
        throw new IllegalArgumentException("no such column: " + others[index]);
      }
      fields.put(others[index], others[index + 1]);
    }
    lines.add(line(TITLES.stream().map(title -> fields.getOrDefault(title, "")).toList()));
    return this;
  }

  /** Adds, at a price that must not be taken, every kind of row that a type has beside its own. */
  OfferFileText otherRows(String type, String... others) {
    String wrong = "9.9900000000";
    List<String[]> kinds =
        List.of(
            new String[] {"Operating System", "Windows", "operation", "RunInstances:0002"},
            new String[] {"Pre Installed S/W", "SQL Web", "operation", "RunInstances:0200"},
            new String[] {"Tenancy", "Dedicated"},
            new String[] {"Tenancy", "Host"},
            new String[] {"TermType", "Reserved"},
            new String[] {"TermType", "Reserved", "Unit", "Quantity"},
            new String[] {"CapacityStatus", "UnusedCapacityReservation"},
            new String[] {"CapacityStatus", "AllocatedCapacityReservation"},
            new String[] {"MarketOption", "CapacityBlock"},
            new String[] {"Location Type", "AWS Local Zone", "Region Code", REGION + "-lz-1"},
            new String[] {"Location Type", "AWS Wavelength Zone"},
            new String[] {"Region Code", "eu-central-1"},
            new String[] {"Product Family", "Dedicated Host"},
            new String[] {"operation", "RunInstances:0010"},
            new String[] {"Unit", "Quantity"});
    for (String[] kind : kinds) {
      List<String> fields = new ArrayList<>(Arrays.asList(kind));
      fields.addAll(Arrays.asList(others));
      row(type, wrong, fields.toArray(String[]::new));
    }
    return this;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> fields) {
    return fields.stream()
        .map(field -> field.isEmpty() ? "" : '"' + field.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }
}
