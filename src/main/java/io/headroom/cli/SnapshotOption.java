package io.headroom.cli;

import io.headroom.catalog.Catalogs;
import io.headroom.catalog.snapshot.DatedSnapshots;
import io.headroom.configuration.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Where refreshed regions are; they go before the bundled ones. */
final class SnapshotOption {

  static final String NAME = "--catalog";

  @Option(
      names = NAME,
      paramLabel = "DIR",
      description = {
        "Folder of refreshed types and prices, see headroom catalog refresh (default:",
        "headroom/catalog in XDG_DATA_HOME or ~/.local/share, if it is there)."
      })
  private Optional<Path> folder = Optional.empty();

  /**
   * Returns the bundled regions behind those of the folder, if there is one.
   *
   * @throws CommandFailure if one was named that is not there
   */
  Catalogs catalogs() {
    folder.ifPresent(SnapshotOption::requireThere);
    Catalogs bundled = Catalogs.bundled();
    return folder.map(bundled::withOverlay).orElse(bundled);
  }

  /** Returns the folder of the snapshot that is in force; nothing if that is the bundled one. */
  Optional<Path> snapshot() {
    return folder.flatMap(found -> new DatedSnapshots(found).newest());
  }

  /** Returns the folder that was named or is there by default. */
  Optional<Path> folder() {
    return folder;
  }

  private static void requireThere(Path folder) {
    if (!Files.exists(folder)) {
      throw CommandFailure.cannot(
          "Cannot read "
              + folder
              + ": there is no such folder; make it with headroom catalog refresh --catalog "
              + folder);
    }
  }

  /**
   * Returns where regions are refreshed into unless a folder is named: the place for data of the
   * XDG Base Directory Specification, which says to pass over relative paths; nothing if there is
   * no home.
   */
  static Optional<Path> byDefault(Map<String, String> environment) {
    return DataFolder.of(environment).map(data -> data.resolve("catalog"));
  }

  /**
   * Names the folder of a person who has refreshed before, for every command that has the option.
   */
  record Default(Map<String, String> environment) implements IDefaultValueProvider {
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
      return argument instanceof OptionSpec option && option.longestName().equals(NAME)
          ? byDefault(environment).filter(Files::isDirectory).map(Path::toString).orElse(null)
          : null;
    }
  }
}
