package io.headroom.cli;

import io.headroom.collector.run.CollectionOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a collection is made. */
final class CollectionOptions {

  @Option(
      names = "--lookback",
      defaultValue = "42d",
      converter = LengthConverter.class,
      paramLabel = "TIME",
      description = "How far back to collect at first (default: ${DEFAULT-VALUE}).")
  private Duration lookback = Duration.ZERO;

  @Option(
      names = "--parallel",
      defaultValue = "8",
      paramLabel = "N",
      description = "Requests to the cloud under way at once (default: ${DEFAULT-VALUE}).")
  private int parallel = 1;

  @Option(
      names = "--quota-percent",
      defaultValue = "100",
      paramLabel = "N",
      description = {
        "How much of the provider's published quotas to use, requests and points a second alike",
        "(default: ${DEFAULT-VALUE}): 50 leaves half to others, 200 is for quotas raised to twice."
      })
  private int quotaPercent = 1;

  /**
   * Returns what a collection is to bring.
   *
   * @param asOf end of the time to collect; now if it is not given
   * @throws CommandFailure if a number makes no sense, or the end is in the future
   */
  CollectionOrder order(Path recording, Optional<Instant> asOf, Instant now) {
    Instant end = asOf.orElse(now);
    if (end.isAfter(now)) {
      throw new CommandFailure(
          "Invalid --as-of: " + end + "; expected no later than now, " + now, ExitCode.USAGE);
    }
    requirePositive("--parallel", parallel);
    requirePositive("--quota-percent", quotaPercent);
    return new CollectionOrder(recording, lookback, end, now, parallel, quotaPercent);
  }

  private static void requirePositive(String option, int value) {
    if (value < 1) {
      throw new CommandFailure(
          "Invalid " + option + ": " + value + "; expected 1 or more", ExitCode.USAGE);
    }
  }
}
