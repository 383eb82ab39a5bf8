package io.headroom.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cli.Connections;
import io.headroom.cli.HeadroomCli;
import io.headroom.cli.Terminal;
import io.headroom.cloud.aws.AwsFaults;
import io.headroom.cloud.aws.LoopbackAws;
import io.headroom.model.machine.Observation;
import io.headroom.model.series.Series;
import io.headroom.recording.RecordingReader;
import io.headroom.testing.FaultProxy;
import io.headroom.testing.FixedCatalogs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command against AWS on loopback, with a proxy between them that makes calls fail. */
@Tag("slow")
class CollectThroughFaultsIT {

  private static final Instant NOW = Instant.parse("2026-07-20T12:00:00Z");
  private static final long SEED = 20_260_720;
  private static final int MACHINES = 40;
  private static final String TEAM = "arn:aws:iam::444455556666:role/team";
  private static final String[] ACCOUNTS = {"prod", "old", "ROLE444455556666"};
  private static final String[] REGIONS = {"us-east-1", "eu-west-1"};

  /** CloudWatch's own, of which the second counts points. Source: CloudWatch service quotas. */
  private static final long CALLS_A_SECOND = 50;

  private static final long POINTS_A_SECOND = 396_000;

  @TempDir private Path folder = Path.of("");

  private final AwsFaults faults = new AwsFaults();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @SuppressWarnings("NullAway.Init")
  private LoopbackAws aws;

  @SuppressWarnings("NullAway.Init")
  private FaultProxy proxy;

  @BeforeEach
  void start() throws IOException {
    aws = LoopbackAws.start();
    proxy = FaultProxy.before(aws.address());
    System.setProperty("aws.endpointUrl", proxy.address().toString());
    Path credentials = folder.resolve("credentials");
    Files.writeString(
        credentials,
        """
        [prod]
        aws_access_key_id = prod-1
        aws_secret_access_key = secret
        [old]
        aws_access_key_id = old-1
        aws_secret_access_key = secret
        aws_session_token = token
        """);
    System.setProperty("aws.sharedCredentialsFile", credentials.toString());
    Random random = new Random(SEED);
    for (String account : ACCOUNTS) {
      for (String region : REGIONS) {
        aws.place(account, region)
            .add("i-" + account + "-" + region, MACHINES, NOW.getEpochSecond(), random);
      }
    }
  }

  @AfterEach
  void stop() {
    System.clearProperty("aws.sharedCredentialsFile");
    proxy.close();
    aws.close();
  }

  /**
   * Four places take some 50 calls each, 200 in all, of which 5 % are 10. That one of them fails
   * six times in a row, which is when the SDK gives up, has a chance of 200 × 0.05^6, 1 in 320,000.
   */
  @Test
  void losesNothingToFaultsThatPass() throws InterruptedException {
    collect("undisturbed", "--account", "prod", "--account", "old");
    proxy.add(faults.passing(0.05, new Random(SEED)));

    int exit = collect("disturbed", "--account", "prod", "--account", "old");

    assertThat(faults.count("passing")).isGreaterThan(5);
    assertThat(err.toString()).doesNotContain("problem");
    assertThat(exit).isZero();
    assertThat(samples("disturbed")).isEqualTo(samples("undisturbed")).hasSize(4 * MACHINES);
  }

  /** A place has 40 machines with 12 or 14 series, 20 requests of 25: 5 seconds of its points. */
  @Test
  void isNotThrottledBelowTheQuotas() throws InterruptedException {
    proxy.add(faults.throttling(CALLS_A_SECOND, POINTS_A_SECOND));

    int exit = run("paced", "--account", "prod", "--lookback", "14d");

    assertThat(faults.count("throttled")).isZero();
    assertThat(exit).isZero();
    assertThat(samples("paced")).hasSize(2 * MACHINES);
  }

  @Test
  void namesWhatIsMissingAndKeepsTheRest() throws InterruptedException {
    collect("undisturbed", "--account", "prod", "--account", "old", "--account", TEAM);
    proxy.add(
        faults.throttling(CALLS_A_SECOND, POINTS_A_SECOND),
        faults.passing(0.05, new Random(SEED)),
        faults.denied("ap-south-1"),
        faults.expiring("old-1", 5),
        faults.onePartialPage("prod"));

    int exit =
        collect(
            "disturbed",
            "--account",
            "prod",
            "--account",
            "old",
            "--account",
            TEAM,
            "--region",
            "ap-south-1");

    assertThat(exit).isEqualTo(3);
    assertThat(faults.count("partial")).isEqualTo(1);
    assertThat(faults.count("expired")).isPositive();
    String denied = "problem: Cannot call DescribeInstances of aws ";
    assertThat(err.toString())
        .contains(
            denied + "prod ap-south-1: UnauthorizedOperation",
            denied + "old ap-south-1: UnauthorizedOperation",
            denied + "444455556666 ap-south-1: AccessDenied, It is refused; allow sts:AssumeRole");
    assertThat(err.toString()).contains("aws old us-east-1: ExpiredToken");
    SortedMap<String, List<Series>> right = samples("undisturbed");
    SortedMap<String, List<Series>> kept = samples("disturbed");
    assertThat(kept).hasSameSizeAs(right);
    right.forEach((id, all) -> assertIsRightOrNamed(id, all, kept.getOrDefault(id, List.of())));

    proxy.heal();
    int healed = collect("disturbed", "--account", "prod", "--account", "old", "--account", TEAM);
    assertThat(healed).isZero();
    assertThat(samples("disturbed")).isEqualTo(right);
  }

  /**
   * 500 queries with 12 slots each are 6,000 of 3,600 points a second. Until they may be asked for,
   * the role's key is older than the second after which the SDK renews it.
   */
  @Test
  void goesOnWithRenewedCredentials() throws InterruptedException {
    String[] paced = {"--account", TEAM, "--lookback", "1h", "--parallel", "1"};
    aws.sts().giveShortLivedKeys();
    run("undisturbed", paced);
    proxy.add(faults.onlyNewest("ROLE444455556666", aws.sts()));
    int before = aws.sts().issued();

    int exit = run("renewed", with(paced, "--quota-percent", "2"));

    assertThat(exit).isZero();
    assertThat(aws.sts().issued() - before).isGreaterThan(REGIONS.length);
    assertThat(faults.count("expired")).isZero();
    assertThat(samples("renewed")).isEqualTo(samples("undisturbed"));
  }

  /** What differs from the undisturbed run is named, by its machine or by its place. */
  private void assertIsRightOrNamed(String id, List<Series> right, List<Series> kept) {
    if (!kept.equals(right)) {
      assertThat(id).matches("i-(old|prod)-.*");
      assertThat(err.toString())
          .containsAnyOf(
              "No new samples of " + id + " for",
              "aws old " + (id.contains("us-east-1") ? "us-east-1" : "eu-west-1"));
      assertThat(right).containsAll(id.startsWith("i-old") ? kept : List.of());
    }
  }

  private int collect(String recording, String... more) {
    return run(recording, with(more, "--lookback", "14d", "--quota-percent", "100000"));
  }

  private static String[] with(String[] some, String... more) {
    return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private int run(String recording, String... more) {
    err.getBuffer().setLength(0);
    String[] arguments = {
      "collect",
      "--provider",
      "aws",
      "--region",
      String.join(",", REGIONS),
      "--recording",
      folder.resolve(recording).toString()
    };
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            /* outIsTerminal= */ false,
            /* errIsTerminal= */ false,
            Map.of());
    Connections none = Connections.none();
    return new HeadroomCli(
            terminal,
            "test",
            new Connections(
                new KnownClouds(() -> NOW),
                FixedCatalogs.of(),
                none.stores(),
                none.configuredStore(),
                none.rehearsals(),
                none.hosts(),
                none.service()),
            () -> NOW)
        .run(List.of(with(arguments, more)));
  }

  private SortedMap<String, List<Series>> samples(String recording) throws InterruptedException {
    SortedMap<String, List<Series>> samples = new TreeMap<>();
    RecordingReader.open(folder.resolve(recording))
        .forEach(
            1,
            machine -> machine.observation(),
            (Observation one) ->
                samples.put(one.instance().id(), List.copyOf(one.observations().all())));
    return samples;
  }
}
