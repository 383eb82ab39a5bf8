package io.headroom.cli;

import io.headroom.advice.backtest.BacktestPlan;
import io.headroom.advice.backtest.Contender;
import io.headroom.advice.backtest.CutRule;
import io.headroom.advice.backtest.MachineHalf;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import io.headroom.policy.PolicySource;
import io.headroom.policy.file.LoadedPolicy;
import io.headroom.policy.file.ShippedPolicies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which policies are tried, where records are cut, and what is played. */
final class BacktestOptions {

  /** The policy that others are held against when it may not grow. */
  private static final String REFERENCE = "compute-optimizer";

  @Option(
      names = "--policy",
      paramLabel = "NAME|FILE",
      description =
          "Policy to try, repeatable (default: all shipped ones). Selectors are not asked.")
  private List<String> policies = List.of();

  @Option(
      names = "--against",
      paramLabel = "NAME",
      description = {
        "Policy that the others are compared with (default: compute-optimizer-capped,",
        "which never takes more than a machine has)."
      })
  private Optional<String> against = Optional.empty();

  @Option(
      names = "--train",
      paramLabel = "LENGTH",
      converter = LengthConverter.class,
      description = "What policies see before a cut, such as 14d (default: half of each record).")
  private Optional<Duration> train = Optional.empty();

  @Option(
      names = "--test",
      paramLabel = "LENGTH",
      converter = LengthConverter.class,
      description = "What they are judged on after it, such as 7d (default: the other half).")
  private Optional<Duration> test = Optional.empty();

  @Option(
      names = "--rolling",
      description = "Cuts again and again, test parts following each other.")
  private boolean rolling;

  @Option(
      names = "--cpu",
      defaultValue = "mean",
      paramLabel = "SERIES",
      description =
          "CPU series that is played after a cut: mean, or maximum inside the slots"
              + " (default: ${DEFAULT-VALUE}).")
  private SampleSeries played = SampleSeries.MEAN;

  @Option(
      names = "--half",
      defaultValue = "both",
      paramLabel = "HALF",
      description =
          "Machines that take part: both, or the first or second half by a hash of the id, to"
              + " choose on one and judge on the other (default: ${DEFAULT-VALUE}).")
  private MachineHalf half = MachineHalf.BOTH;

  @Option(
      names = "--resamples",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Resamples of the machines for the intervals (default: ${DEFAULT-VALUE}).")
  private int resamples;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Where the resampling starts (default: ${DEFAULT-VALUE}).")
  private long seed;

  /**
   * Returns the plan, and says of which policies the selector is not asked.
   *
   * @throws CommandFailure if the options contradict each other
   */
  BacktestPlan plan(Terminal terminal) {
    PolicySource source = new PolicySource(Path.of(""));
    List<String> names = policies.isEmpty() ? PolicySource.shippedNames() : policies;
    List<Contender> contenders = new ArrayList<>();
    for (String name : names) {
      LoadedPolicy loaded = source.load(name);
      contenders.add(Contender.of(loaded.policy()));
      if (loaded.selector().isPresent()) {
        terminal.say(
            "note: " + loaded.name() + " is tried on every machine: selectors are not asked here");
      }
    }
    Contender capped = Contender.capped(source.load(REFERENCE).policy());
    contenders.add(capped);
    Policy ruling = source.load(ShippedPolicies.DEFAULT).policy();
    try {
      return new BacktestPlan(
          cuts(), contenders, against.orElse(capped.name()), ruling, played, half, resamples, seed);
    } catch (IllegalArgumentException contradiction) {
      throw new CommandFailure(String.valueOf(contradiction.getMessage()), ExitCode.USAGE);
    }
  }

  private CutRule cuts() {
    if (train.isPresent() != test.isPresent()) {
      throw new CommandFailure(
          train.isPresent()
              ? "Missing --test LENGTH: --train says what is seen, --test what is judged"
              : "Missing --train LENGTH: --test says what is judged, --train what is seen",
          ExitCode.USAGE);
    }
    if (train.isEmpty() && rolling) {
      throw new CommandFailure(
          "Missing --train LENGTH and --test LENGTH: --rolling needs both", ExitCode.USAGE);
    }
    return train
        .flatMap(
            seen ->
                test.map(
                    judged ->
                        CutRule.of(
                            seen,
                            judged,
                            rolling ? CutRule.Repetition.ROLLING : CutRule.Repetition.ONCE)))
        .orElseGet(CutRule::atHalf);
  }
}
