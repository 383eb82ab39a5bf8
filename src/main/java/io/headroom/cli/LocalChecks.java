package io.headroom.cli;

import io.headroom.catalog.Catalogs;
import io.headroom.catalog.snapshot.SnapshotException;
import io.headroom.cli.DoctorCheck.Result;
import io.headroom.document.DocumentException;
import io.headroom.model.machine.Provider;
import io.headroom.policy.PolicySource;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at what needs no cloud: Java, the terminal, types and prices, policies. */
final class LocalChecks {

  /** Providers change list prices a few times a year, and bring out types more often. */
  private static final Duration OLD = Duration.ofDays(180);

  private final Terminal terminal;
  private final Instant now;

  LocalChecks(Terminal terminal, Instant now) {
    this.terminal = terminal;
    this.now = now;
  }

  List<DoctorCheck> all(String version, Supplier<Catalogs> catalogs, List<String> policies) {
    return Stream.of(
            List.of(program(version), terminal(), catalog(catalogs)),
            List.of(shippedPolicies()),
            policies.stream().map(LocalChecks::policy).toList())
        .flatMap(List::stream)
        .toList();
  }

  private static DoctorCheck program(String version) {
    return DoctorCheck.here(
        "program",
        Result.OK,
        version + ", java " + Runtime.version() + " of " + System.getProperty("java.vendor"));
  }

  private DoctorCheck terminal() {
    return DoctorCheck.here(
        "terminal",
        Result.OK,
        (terminal.outIsTerminal() ? "a person reads" : "output goes to a file or program")
            + (terminal.hasColours() ? ", colours" : ", no colours")
            + (terminal.hasPictures() ? ", pictures" : ", no pictures"));
  }

  /** No recommendation rests on older prices than the oldest of its provider. */
  private DoctorCheck catalog(Supplier<Catalogs> catalogs) {
    SortedMap<Provider, LocalDate> oldest;
    try {
      oldest = oldestPrices(catalogs.get());
    } catch (CommandFailure | SnapshotException | UncheckedIOException e) {
      return DoctorCheck.here("catalog", Result.FAILED, String.valueOf(e.getMessage()));
    }
    LocalDate old = LocalDate.ofInstant(now.minus(OLD), ZoneOffset.UTC);
    boolean isOld = oldest.values().stream().anyMatch(day -> day.isBefore(old));
    return DoctorCheck.here(
        "catalog",
        isOld ? Result.NOTE : Result.OK,
        words(oldest)
            + (isOld
                ? "; older than " + OLD.toDays() + " days, see headroom catalog refresh"
                : ""));
  }

  /** Returns the day of the oldest prices of each provider. */
  static SortedMap<Provider, LocalDate> oldestPrices(Catalogs catalogs) {
    SortedMap<Provider, LocalDate> oldest = new TreeMap<>();
    catalogs
        .regions()
        .forEach(
            region ->
                oldest.merge(
                    region.provider(),
                    region.priceDate(),
                    (one, other) -> one.isBefore(other) ? one : other));
    return oldest;
  }

  /** Says it: {@code aws prices of 2026-07-12, gce prices of 2026-07-14}. */
  static String words(SortedMap<Provider, LocalDate> oldest) {
    return oldest.entrySet().stream()
        .map(entry -> entry.getKey().id() + " prices of " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static DoctorCheck shippedPolicies() {
    List<String> shipped = PolicySource.shippedNames();
    List<DoctorCheck> bad =
        shipped.stream().map(LocalChecks::policy).filter(DoctorCheck::isBad).toList();
    return bad.isEmpty()
        ? DoctorCheck.here("policies", Result.OK, shipped.size() + " shipped ones are valid")
        : bad.get(0);
  }

  private static DoctorCheck policy(String name) {
    try {
      return DoctorCheck.here(
          "policy",
          Result.OK,
          name + " is valid, " + new PolicySource(Path.of("")).load(name).hash());
    } catch (DocumentException refused) {
      return DoctorCheck.here(
          "policy",
          Result.FAILED,
          refused.problems().stream().map(Object::toString).collect(Collectors.joining("; ")));
    }
  }
}
