package io.headroom.cli;

import io.headroom.catalog.Catalogs;
import io.headroom.catalog.snapshot.Snapshot;
import io.headroom.catalog.snapshot.SnapshotRegion;
import io.headroom.document.NearestNames;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.HourlyPrice;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.Share;
import io.headroom.report.PlainText;
import io.headroom.report.TextTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the catalog knows. */
@Command(
    name = "catalog",
    description = "Shows instance types and their prices.",
    mixinStandardHelpOptions = true)
final class CatalogCommand {

  private static final int WIDEST_SOURCE = 80;
  private static final int NEAREST = 5;

  private final Terminal terminal;

  CatalogCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(
      name = "list",
      description = "Lists the regions that are known, or the types of one region by price.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--provider", paramLabel = "NAME", description = "aws or gce.")
          Optional<String> provider,
      @Option(names = "--region", paramLabel = "NAME", description = "Region to list.")
          Optional<String> region,
      @Mixin CatalogOptions options) {
    Catalogs catalogs = options.catalogs();
    if (region.isPresent()) {
      terminal
          .out()
          .println(types(catalogs.region(providerOf(provider, region.get()), region.get())));
    } else {
      terminal.out().println(regions(catalogs, provider.map(CatalogCommand::provider)));
      options.snapshot().map(CatalogCommand::refreshed).ifPresent(terminal.out()::println);
    }
    terminal.out().flush();
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      description = "Shows one instance type: size, limits, price. Custom shapes of GCE too.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom catalog show n2-custom-4-9216 --region us-central1"})
  int show(
      @Parameters(paramLabel = "TYPE", description = "Name of the instance type.") String type,
      @Option(
              names = "--region",
              required = true,
              paramLabel = "NAME",
              description = "Region of the prices.")
          String region,
      @Option(names = "--provider", paramLabel = "NAME", description = "aws or gce.")
          Optional<String> provider,
      @Mixin CatalogOptions options) {
    RegionCatalog catalog = options.catalogs().region(providerOf(provider, region), region);
    Offering offering =
        catalog.find(type).orElseThrow(() -> CommandFailure.cannot(unknownType(catalog, type)));
    describe(catalog, offering).forEach(terminal.out()::println);
    terminal.out().flush();
    return ExitCode.OK;
  }

  private static String unknownType(RegionCatalog catalog, String type) {
    List<String> near = NearestNames.of(type, catalog.offerings().keySet(), NEAREST);
    return "Cannot find "
        + PlainText.forTerminal(type)
        + " in "
        + catalog.region()
        + (near.isEmpty()
            ? "; headroom catalog list --region " + catalog.region() + " lists what there is"
            : "; did you mean " + String.join(", ", near));
  }

  /** Says which regions are not the bundled ones. */
  private static String refreshed(Path snapshot) {
    String regions =
        Snapshot.in(snapshot).map(Snapshot::regions).orElseGet(TreeSet::new).stream()
            .map(SnapshotRegion::qualifiedName)
            .collect(Collectors.joining(", "));
    return "Refreshed, in "
        + PlainText.forTerminal(snapshot.toString())
        + ": "
        + regions
        + "; the others are bundled";
  }

  /** EC2 regions end in a hyphen and a number, GCE regions in a number alone. */
  private static Provider providerOf(Optional<String> named, String region) {
    return named
        .map(CatalogCommand::provider)
        .orElse(region.matches(".*-\\d+") ? Provider.AWS : Provider.GCE);
  }

  /** Reads the name of a provider. */
  static Provider provider(String name) {
    return Provider.ofId(name)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "Invalid --provider: " + name + "; expected aws or gce", ExitCode.USAGE));
  }

  private static String regions(Catalogs catalogs, Optional<Provider> provider) {
    List<List<String>> rows =
        catalogs.regions().stream()
            .filter(region -> provider.isEmpty() || provider.get() == region.provider())
            .map(
                region ->
                    List.of(
                        region.provider().id(),
                        region.region(),
                        String.valueOf(region.types()),
                        region.customSeries() == 0 ? "–" : String.valueOf(region.customSeries()),
                        region.priceDate().toString(),
                        region.currency().getCurrencyCode(),
                        region.source()))
            .toList();
    return TextTable.of(
        List.of("PROVIDER", "REGION", "TYPES", "CUSTOM SERIES", "PRICES OF", "CURRENCY", "SOURCE"),
        rows,
        Set.of("TYPES", "CUSTOM SERIES"),
        WIDEST_SOURCE);
  }

  private static String types(RegionCatalog catalog) {
    List<Offering> priced = new ArrayList<>();
    List<Offering> unpriced = new ArrayList<>();
    catalog
        .offerings()
        .values()
        .forEach(offering -> (offering.price().isPresent() ? priced : unpriced).add(offering));
    priced.sort(
        java.util.Comparator.comparing((Offering offering) -> month(offering).orElseThrow())
            .thenComparing(offering -> offering.type().name()));
    priced.addAll(unpriced);
    List<List<String>> rows = priced.stream().map(CatalogCommand::row).toList();
    return TextTable.of(
        List.of("TYPE", "VCPUS", "SUSTAINED", "MEMORY", "PER HOUR", "PER MONTH", "TRAITS"),
        rows,
        Set.of("VCPUS", "SUSTAINED", "MEMORY", "PER HOUR", "PER MONTH"),
        WIDEST_SOURCE);
  }

  private static Optional<MonthlyPrice> month(Offering offering) {
    return offering.monthly(Share.ALL);
  }

  private static List<String> row(Offering offering) {
    InstanceType type = offering.type();
    return List.of(
        type.name(),
        type.vcpus().toString(),
        type.sustained().toString(),
        type.memory().toString(),
        offering.price().map(HourlyPrice::toString).orElse("no price"),
        month(offering).map(MonthlyPrice::toString).orElse("–"),
        traits(type));
  }

  private static String traits(InstanceType type) {
    return type.traits().stream()
        .map(trait -> trait.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static List<String> describe(RegionCatalog catalog, Offering offering) {
    InstanceType type = offering.type();
    List<String> lines = new ArrayList<>();
    lines.add(type.name() + ", " + type.provider().id() + " " + catalog.region());
    lines.add("  size        " + type.vcpus() + " vCPU, " + type.memory());
    if (type.isBurstable()) {
      lines.add("  sustained   " + type.sustained() + " vCPU");
    }
    lines.add(
        "  price       "
            + offering.price().map(HourlyPrice::toString).orElse("none")
            + " an hour, "
            + month(offering).map(MonthlyPrice::toString).orElse("none")
            + " a month, "
            + offering.basis().id()
            + " for "
            + Platform.LINUX.id());
    lines.add(
        "  network     "
            + type.limits().network().map(Object::toString).orElse("not known")
            + ", bursts to "
            + type.limits().networkBurst().map(Object::toString).orElse("not known"));
    lines.add(
        "  disks       "
            + type.limits().disk().map(Object::toString).orElse("not known")
            + ", "
            + type.limits().iops().map(Object::toString).orElse("operations not known"));
    String traits = traits(type);
    if (!traits.isEmpty()) {
      lines.add("  traits      " + traits);
    }
    lines.add("  prices of   " + catalog.priceDate() + ", " + catalog.source());
    return lines;
  }
}
