package io.headroom.cli;

import io.headroom.catalog.refresh.CatalogRefresh;
import io.headroom.catalog.refresh.CatalogSource;
import io.headroom.catalog.refresh.CatalogSources;
import io.headroom.catalog.refresh.FetchedRegion;
import io.headroom.catalog.refresh.RefreshReport;
import io.headroom.catalog.snapshot.DatedSnapshots;
import io.headroom.catalog.snapshot.SnapshotRegion;
import io.headroom.model.machine.Provider;
import io.headroom.report.PlainText;
import io.headroom.report.TextTable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fresh types and prices from a provider. */
@Command(
    name = "refresh",
    description = {
      "Fetches instance types and list prices of regions from their provider.",
      "They are kept as a dated snapshot, which every command uses from then on."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: headroom catalog refresh --provider aws --region eu-west-1 --region eu-central-1"
    })
final class CatalogRefreshCommand implements Callable<Integer> {

  private static final int WIDEST = 40;

  private final Terminal terminal;
  private final CatalogSources sources;
  private final InstantSource clock;

  @Option(names = "--provider", required = true, paramLabel = "NAME", description = "aws or gce.")
  private String provider = "";

  @Option(
      names = "--region",
      required = true,
      paramLabel = "NAME",
      description = "Region to fetch; repeatable.")
  private List<String> regions = List.of();

  @Option(
      names = "--project",
      paramLabel = "ID",
      description = "On GCE: project to ask as (default: the one of the credentials).")
  private Optional<String> project = Optional.empty();

  @Option(
      names = SnapshotOption.NAME,
      paramLabel = "DIR",
      description = {
        "Folder to keep snapshots in (default: headroom/catalog in XDG_DATA_HOME or",
        "~/.local/share). The newest one counts; the ten newest stay."
      })
  private Optional<Path> folder = Optional.empty();

  CatalogRefreshCommand(Terminal terminal, CatalogSources sources, InstantSource clock) {
    this.terminal = terminal;
    this.sources = sources;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Provider asked = CatalogCommand.provider(provider);
    SortedSet<String> names = regionNames();
    DatedSnapshots snapshots = new DatedSnapshots(target());
    if (terminal.errIsTerminal()) {
      terminal.say("asking " + asked.id() + " for " + String.join(", ", names) + " …");
    }
    RefreshReport report;
    try (CatalogSource source = sources.open(asked, project)) {
      report = new CatalogRefresh(source, snapshots).run(names, clock.instant());
    }
    show(report);
    report.failures().values().forEach(failure -> terminal.say("headroom: " + failure));
    return exitCode(report);
  }

  private SortedSet<String> regionNames() {
    for (String region : regions) {
      if (!SnapshotRegion.isName(region)) {
        throw new CommandFailure(
            "Invalid --region: "
                + PlainText.forTerminal(region)
                + "; expected the name of a region, such as eu-west-1",
            ExitCode.USAGE);
      }
    }
    return new TreeSet<>(regions);
  }

  private Path target() {
    return folder
        .or(() -> SnapshotOption.byDefault(terminal.environment()))
        .orElseThrow(
            () ->
                new CommandFailure(
                    "Missing --catalog DIR: neither XDG_DATA_HOME nor HOME names a place for it",
                    ExitCode.USAGE));
  }

  private void show(RefreshReport report) {
    report.folder().ifPresent(written -> showFetched(report.fetched(), written));
    for (FetchedRegion region : report.fetched()) {
      for (String notice : region.notices()) {
        terminal.say(region.catalog().region() + ": " + notice);
      }
    }
    terminal.out().flush();
  }

  private void showFetched(List<FetchedRegion> fetched, Path written) {
    terminal
        .out()
        .println(
            TextTable.of(
                List.of("PROVIDER", "REGION", "TYPES", "WITH PRICE", "CUSTOM SERIES", "PRICES OF"),
                fetched.stream().map(CatalogRefreshCommand::row).toList(),
                Set.of("TYPES", "WITH PRICE", "CUSTOM SERIES"),
                WIDEST));
    terminal.out().println("Written to " + PlainText.forTerminal(written.toString()));
  }

  private static List<String> row(FetchedRegion region) {
    int series = region.catalog().customShapes().size();
    return List.of(
        region.catalog().provider().id(),
        region.catalog().region(),
        String.valueOf(region.catalog().offerings().size()),
        String.valueOf(region.priced()),
        series == 0 ? "–" : String.valueOf(series),
        region.catalog().priceDate().toString());
  }

  private static int exitCode(RefreshReport report) {
    if (report.failures().isEmpty()) {
      return ExitCode.OK;
    }
    return report.fetched().isEmpty() ? ExitCode.ERROR : ExitCode.PARTIAL;
  }
}
