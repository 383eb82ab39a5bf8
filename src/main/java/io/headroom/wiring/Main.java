package io.headroom.wiring;

import io.headroom.cli.Connections;
import io.headroom.cli.HeadroomCli;
import io.headroom.cli.Terminal;
import io.headroom.cloud.sim.SimRehearsals;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the program starts. Only the command {@code serve} starts Quarkus; it is told here that
 * this is its main class, so that it does not generate another.
 */
@QuarkusMain
public final class Main {

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    LogChoice.before(arguments);
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int exitCode =
        new HeadroomCli(
                new Terminal(
                    out,
                    err,
                    Boolean.getBoolean("headroom.out.terminal"),
                    Boolean.getBoolean("headroom.err.terminal"),
                    System.getenv()),
                version(),
                new Connections(
                    new KnownClouds(InstantSource.system()),
                    new CloudCatalogs(System.getenv(), properties(), InstantSource.system()),
                    new Stores(System.getenv()),
                    new ConfiguredStore(System.getenv()),
                    new SimRehearsals(),
                    new KnownHosts(System.getenv()),
                    QuarkusService::run),
                InstantSource.system())
            .run(List.of(arguments));
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** Everything Headroom writes is UTF-8 with {@code \n}, whatever the locale. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new BufferedWriter(
            new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8)));
  }

  private static Map<String, String> properties() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("headroom."))
        .collect(Collectors.toUnmodifiableMap(name -> name, System::getProperty));
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("of this checkout");
  }
}
