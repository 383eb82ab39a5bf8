package io.headroom.cli;

import io.headroom.advice.Adviser;
import io.headroom.catalog.Catalogs;
import io.headroom.policy.PolicySet;
import io.headroom.policy.PolicySource;
import io.headroom.policy.expectation.PolicyTest;
import io.headroom.policy.file.ShippedPolicies;
import io.headroom.recording.BundledRecording;
import io.headroom.recording.RecordingReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which machines are judged, by which policies, at which prices, as of when. */
final class FleetOptions {

  private static final Path BUNDLED = Path.of(BundledRecording.NAME);

  /** Policies under which the bundled machines show most. */
  private static final List<String> FOR_BUNDLED = List.of("erpnext", ShippedPolicies.DEFAULT);

  @Option(
      names = "--recording",
      paramLabel = "DIR",
      description =
          "Folder of the recording: inventory.json and samples.csv.gz. demo is the bundled one.")
  private Optional<Path> recording = Optional.empty();

  @Option(
      names = "--policy",
      paramLabel = "NAME|FILE",
      description = {
        "Policy, by the name of a shipped one or a file; repeatable, the first whose selector",
        "matches a machine is for it (default: peak-plus-half; for the bundled recording",
        "erpnext, then peak-plus-half)."
      })
  private List<String> policies = List.of();

  @Mixin private final CatalogOptions catalog = new CatalogOptions();

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description =
          "End of the look-back, such as 2026-07-20T00:00:00Z (default: the recording's).")
  private Optional<Instant> asOf = Optional.empty();

  /** Returns the options for the bundled recording, with everything else as by default. */
  static FleetOptions ofBundled() {
    FleetOptions options = new FleetOptions();
    options.recording = Optional.of(BUNDLED);
    return options;
  }

  /** Opens the recording that was named. */
  RecordingReader reader() {
    Path named =
        recording.orElseThrow(
            () ->
                new CommandFailure(
                    "Missing --recording DIR: name the folder of a recording, or try headroom demo",
                    ExitCode.USAGE));
    return open(named);
  }

  /** Opens a recording by what a person says: its folder, or {@code demo} for the bundled one. */
  static RecordingReader open(Path named) {
    return RecordingReader.open(BUNDLED.equals(named) ? BundledRecording.directory() : named);
  }

  /** Whether the bundled recording was named; a folder of its name is reached by ./demo. */
  private boolean isBundled() {
    return recording.filter(BUNDLED::equals).isPresent();
  }

  /** Returns the recording's folder, if one was named. */
  Optional<Path> recording() {
    return recording;
  }

  /**
   * Returns the recording's folder, to be filled.
   *
   * @throws CommandFailure if it is the bundled one
   */
  Path writableRecording() {
    if (isBundled()) {
      throw new CommandFailure(
          "Invalid --recording: demo; expected another folder than the bundled one to collect into",
          ExitCode.USAGE);
    }
    return recording.orElseThrow();
  }

  /** Returns the end of the look-back, if one was named. */
  Optional<Instant> asOf() {
    return asOf;
  }

  /** Returns the adviser for a recording. */
  Adviser adviser(RecordingReader reader) {
    Instant end = reader.recording().recordedUntil();
    if (asOf.orElse(end).isAfter(end)) {
      throw new CommandFailure(
          "Invalid --as-of: " + asOf.get() + "; expected no later than the recording, " + end,
          ExitCode.USAGE);
    }
    return new Adviser(policySet(), catalogs(), asOf.orElse(end));
  }

  /**
   * Returns the adviser for a recording that was just collected until {@code --as-of}, or now: it
   * ends with the last whole slot before.
   */
  Adviser adviserOfCollected(RecordingReader reader) {
    Instant end = reader.recording().recordedUntil();
    return new Adviser(
        policySet(), catalogs(), asOf.filter(named -> named.isBefore(end)).orElse(end));
  }

  /**
   * Returns the adviser for a test: what was named here comes before what the test names.
   *
   * @param folder folder of the test, to which its policies are relative
   */
  Adviser adviser(RecordingReader reader, PolicyTest test, Path folder) {
    PolicySet chosen =
        policies.isEmpty() && !test.policies().isEmpty()
            ? policySet(test.policies(), folder)
            : policySet();
    return new Adviser(
        chosen, catalogs(), asOf.or(test::asOf).orElse(reader.recording().recordedUntil()));
  }

  /** Returns the policies that were named, else the default. */
  PolicySet policySet() {
    List<String> byDefault = isBundled() ? FOR_BUNDLED : List.of(ShippedPolicies.DEFAULT);
    return policySet(policies.isEmpty() ? byDefault : policies, Path.of(""));
  }

  private static PolicySet policySet(List<String> names, Path relativeTo) {
    PolicySource source = new PolicySource(relativeTo);
    return new PolicySet(names.stream().map(source::load).toList());
  }

  /** Returns the catalog, refreshed and at prices of one's own as far as was asked for. */
  Catalogs catalogs() {
    return catalog.catalogs();
  }

  /** Reads {@code 2026-07-20T00:00:00Z}. */
  static final class TimeConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException notATime) {
        throw new TypeConversionException(
            "'" + text + "' is not a time; expected one such as 2026-07-20T00:00:00Z");
      }
    }
  }
}
