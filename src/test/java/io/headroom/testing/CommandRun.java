package io.headroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headroom.catalog.refresh.CatalogSources;
import io.headroom.cli.Connections;
import io.headroom.cli.HeadroomCli;
import io.headroom.cli.Terminal;
import io.headroom.cloud.sim.SimRehearsals;
import io.headroom.collector.Clouds;
import io.headroom.ledger.Ledger;
import io.headroom.store.SqlLedger;
import io.headroom.store.StoreAddress;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of the command line in this process, as {@code Main} does it.
 *
 * @param exitCode what the process would end with
 * @param out what it printed
 * @param err what it told
 */
public record CommandRun(int exitCode, String out, String err) {

  /** Version that the command line is told to be of. */
  public static final String VERSION = "1.2.3";

  /** What its clock says. */
  public static final Instant NOW = Instant.parse("2026-11-24T00:30:00Z");

  /** Runs a command whose output nobody watches. */
  public static CommandRun of(String... arguments) {
    return asking(FixedClouds.unreachable(), arguments);
  }

  /** Runs a command whose output nobody watches, with clouds to be asked. */
  public static CommandRun asking(Clouds clouds, String... arguments) {
    return run(Watched.BY_NOBODY, new Around(Map.of(), clouds, FixedCatalogs.of()), arguments);
  }

  /** Runs a command on a terminal. */
  public static CommandRun onTerminal(Map<String, String> environment, String... arguments) {
    return run(
        Watched.BY_A_PERSON,
        new Around(environment, FixedClouds.unreachable(), FixedCatalogs.of()),
        arguments);
  }

  /**
   * Runs a command whose output nobody watches, with catalogs to be refreshed from {@code sources}.
   */
  public static CommandRun refreshing(
      CatalogSources sources, Map<String, String> environment, String... arguments) {
    return run(
        Watched.BY_NOBODY, new Around(environment, FixedClouds.unreachable(), sources), arguments);
  }

  private enum Watched {
    BY_A_PERSON,
    BY_NOBODY
  }

  /** What a command finds around it. */
  private record Around(Map<String, String> environment, Clouds clouds, CatalogSources catalogs) {}

  private static CommandRun run(Watched watched, Around around, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    boolean person = watched == Watched.BY_A_PERSON;
    Terminal terminal =
        new Terminal(writer(out), writer(err), person, person, around.environment());
    int exitCode =
        new HeadroomCli(
                terminal,
                VERSION,
                new Connections(
                    around.clouds(),
                    around.catalogs(),
                    CommandRun::store,
                    section -> store(section.url().orElseThrow()),
                    new SimRehearsals(),
                    Connections.none().hosts(),
                    settings -> 0),
                () -> NOW)
            .run(List.of(arguments));
    terminal.out().flush();
    terminal.err().flush();
    return new CommandRun(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static Ledger store(String address) {
    return SqlLedger.open(StoreAddress.parse(address, Optional.empty(), Optional.empty()));
  }

  private static PrintWriter writer(ByteArrayOutputStream bytes) {
    return new PrintWriter(new OutputStreamWriter(bytes, UTF_8));
  }
}
