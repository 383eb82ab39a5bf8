package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.batch.BatchJob;
import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Clouds;
import io.headroom.collector.MetricServer;
import io.headroom.collector.Permission;
import io.headroom.collector.Scope;
import io.headroom.collector.UtilizationSource;
import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.recommendation.Recommendation;
import io.headroom.ledger.recommendation.RecommendationFilter;
import io.headroom.ledger.recommendation.RecommendationOrder;
import io.headroom.ledger.recommendation.RecommendationState;
import io.headroom.ledger.recommendation.Standing;
import io.headroom.ledger.run.Holder;
import io.headroom.ledger.run.Run;
import io.headroom.ledger.run.RunOrder;
import io.headroom.ledger.run.RunState;
import io.headroom.ledger.run.RunTrigger;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.testing.FixedCatalogs;
import io.headroom.testing.FixedClouds;
import io.headroom.testing.InMemoryCloud;
import io.headroom.testing.InMemoryLedger;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  private static final Scope EAST = Scope.of(Provider.AWS, "111122223333", "us-east-1");

  @TempDir private Path folder = Path.of("");

  private final InMemoryCloud cloud = new InMemoryCloud();
  private Instant now = Machines.AS_OF.plusSeconds(180);
  private final InMemoryLedger ledger = new InMemoryLedger(now);
  private Optional<Error> death = Optional.empty();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void addMachines() {
    add("i-a", "web", "m5.xlarge");
    add("i-b", "db", "r5.2xlarge");
  }

  @Test
  void saysWhatIsNewAndThenThatNothingChanged() {
    assertThat(run()).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .startsWith("First report, as of 2026-07-20T00:00:00Z")
        .contains("2 machines: 2 new");
    assertThat(err.toString()).contains("run-1: ", " 2 changes recommended, 0 deliveries");
    cloud.takeAsked();

    pass(Duration.ofMinutes(10));
    assertThat(run()).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .startsWith("Changes from 2026-07-20T00:00:00Z to 2026-07-20T00:10:00Z")
        .contains("2 machines: nothing changed");
    // two metrics of two machines, ten minutes each
    assertThat(cloud.takeAsked())
        .hasSize(4)
        .allMatch(query -> query.range().start().isAfter(Machines.AS_OF.minusSeconds(3600)));
    assertThat(open())
        .hasSize(2)
        .allMatch(one -> one.repetition().runsInARow() == 2)
        .allMatch(one -> one.standing().state() == RecommendationState.ACTIVE);
  }

  @Test
  void saysWhatIsGoneAndWhatIsResolved() {
    run();
    cloud.remove("i-a");
    cloud.remove("i-b");
    add("i-b", "db", open().get(0).facts().recommendedType().orElseThrow());

    pass(Duration.ofMinutes(10));
    assertThat(run()).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("1 machine: ", "1 gone");
    assertThat(open()).hasSize(1);
  }

  @Test
  void endsWithTwoIfAChangeIsRecommendedAndThatWasAsked() {
    assertThat(run("--detailed-exitcode")).isEqualTo(ExitCode.CHANGES);
  }

  @Test
  void aSnoozeLastsUntilItsTimeOrAnotherAnswer() {
    run();
    Recommendation web = open().get(1);
    ledger
        .recommendations()
        .move(
            new io.headroom.ledger.recommendation.Move(
                web.id(),
                new Standing(
                    RecommendationState.SNOOZED,
                    now,
                    "me",
                    "busy",
                    Optional.of(now.plusSeconds(1200))),
                Optional.empty()));
    pass(Duration.ofMinutes(10));
    run();
    assertThat(state(web.id())).isEqualTo(RecommendationState.SNOOZED);
    pass(Duration.ofMinutes(15));
    run();
    assertThat(state(web.id())).isEqualTo(RecommendationState.ACTIVE);
  }

  @Test
  void isRefusedWhileAnotherRunIsUnderWay() {
    begin("other", Duration.ofMinutes(1));
    assertThat(run()).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString())
        .contains("Cannot run: run-1 is under way since 2026-07-20T00:03:00Z; wait for it");
  }

  @Test
  void goesOnWithARunWhoseProcessIsGone() {
    begin("dead", Duration.ofMinutes(1));
    pass(Duration.ofMinutes(2));
    assertThat(run()).isEqualTo(ExitCode.OK);
    assertThat(runs()).hasSize(1);
    assertThat(runs().get(0).takeovers()).isEqualTo(1);
    assertThat(runs().get(0).state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void aRunThatDiesShowsNothingAndTheNextGoesOn() {
    death = Optional.of(new Killed());
    try {
      run("--fleet", folder.resolve("fleet.csv").toString());
    } catch (Killed e) {
      // the process is gone
    }
    assertThat(open()).isEmpty();
    death = Optional.empty();
    pass(BatchJob.LEASE.plusSeconds(1));
    assertThat(run()).isEqualTo(ExitCode.OK);
    assertThat(open()).hasSize(2);
    assertThat(runs()).hasSize(1);
  }

  @Test
  void aFailingDeliveryDoesNotFailTheRun() throws IOException {
    config(
        """
        deliveries:
          - {name: files, type: folder, folder: reports, formats: [md]}
          - {name: chat, type: slack, url: 'https://hooks.example.com/secret-part'}
        """);
    assertThat(run()).isEqualTo(ExitCode.PARTIAL);
    assertThat(runs().get(0).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(Files.readString(folder.resolve("reports/run-1/changes.md")))
        .startsWith("# First report");
    assertThat(err.toString())
        .contains(
            "problem: Cannot deliver chat: Cannot send to hooks.example.com: it is not allowed")
        .doesNotContain("secret-part");
  }

  @Test
  void aDeliveryOfChangesIsNotMadeWithoutAny() {
    config(
        """
        deliveries:
          - {name: files, type: folder, folder: reports, formats: [md], when: changes}
        """);
    run();
    pass(Duration.ofMinutes(10));
    run();
    assertThat(folder.resolve("reports/run-1")).isDirectory();
    assertThat(folder.resolve("reports/run-2")).doesNotExist();
  }

  @Test
  void aCloudThatCannotBeReadIsAProblemAndCostsNothing() {
    run();
    cloud.failListing(EAST);
    pass(Duration.ofMinutes(10));
    assertThat(run()).isEqualTo(ExitCode.PARTIAL);
    assertThat(out.toString()).contains("nothing changed", "1 problem");
    assertThat(open()).hasSize(2);
  }

  @Test
  void writesFilesOfChangesAndOfTheFleet() {
    Path changes = folder.resolve("changes.json");
    Path fleet = folder.resolve("fleet.csv");
    assertThat(run("-o", "md", "--out", changes.toString(), "--fleet", fleet.toString()))
        .isEqualTo(ExitCode.OK);
    assertThat(changes).content().contains("\"kind\" : \"ChangeList\"");
    assertThat(fleet).content().startsWith("instance_id").contains("i-a", "i-b");
    assertThat(out.toString()).startsWith("# First report");
  }

  @Test
  void saysWhatToDoWhereNothingIsConfigured() {
    config("{}");
    assertThat(run()).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString())
        .contains("Cannot run: nothing says what to collect; add clouds to headroom.yaml");
    assertThat(runs()).isEmpty();
  }

  @Test
  void showsTheConfigurationAndWhereItComesFrom() {
    Path file = config("http: {port: 9000}\n");
    assertThat(cli("config", "view", "--origin", "-c", file.toString())).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).containsPattern("http.port +9000 +\\S+headroom.yaml:");
    assertThat(cli("config", "schema")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("urn:headroom:schema:configuration");
  }

  private void add(String id, String name, String type) {
    cloud.add(
        EAST,
        Instance.builder(
                id,
                new Placement(Provider.AWS, "111122223333", "us-east-1", Optional.empty()),
                TypeHistory.assumed(type))
            .name(name)
            .build());
    cloud.samples(id, Samples.cpuPercent(42).flat(5).series());
    cloud.samples(id, Samples.memoryMib(42).flat(2000).series());
  }

  private void begin(String process, Duration lease) {
    ledger
        .runs()
        .begin(
            new RunOrder(BatchJob.NAME, RunTrigger.COMMAND, Optional.empty(), "me"),
            new Holder(process, lease),
            now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
    ledger.setClock(now);
  }

  private Path config(String more) {
    String clouds = more.equals("{}") ? "http: {port: 1}\n" : "clouds: [{provider: aws}]\n" + more;
    try {
      return Files.writeString(folder.resolve("headroom.yaml"), clouds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(String... more) {
    if (!Files.exists(folder.resolve("headroom.yaml"))) {
      config("");
    }
    String[] command = new String[more.length + 3];
    command[0] = "run";
    command[1] = "--config";
    command[2] = folder.resolve("headroom.yaml").toString();
    System.arraycopy(more, 0, command, 3, more.length);
    return cli(command);
  }

  private int cli(String... command) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            /* outIsTerminal= */ false,
            /* errIsTerminal= */ false,
            Map.of());
    return new HeadroomCli(
            terminal,
            "1",
            new Connections(
                clouds(),
                FixedCatalogs.of(),
                address -> ledger,
                section -> ledger,
                Connections.none().rehearsals(),
                Connections.none().hosts(),
                Connections.none().service()),
            () -> now)
        .run(List.of(command));
  }

  private Clouds clouds() {
    FixedClouds fixed = FixedClouds.of(cloud);
    return new Clouds() {
      @Override
      public CloudPorts open(CloudSelection selection) {
        if (death.isPresent()) {
          throw death.get();
        }
        return fixed.open(selection);
      }

      @Override
      public UtilizationSource open(MetricServer server) {
        return fixed.open(server);
      }

      @Override
      public List<Permission> readerPermissions(Provider provider) {
        return fixed.readerPermissions(provider);
      }
    };
  }

  private RecommendationState state(String id) {
    return ledger.recommendations().find(id).orElseThrow().standing().state();
  }

  private List<Recommendation> open() {
    return ledger
        .recommendations()
        .list(RecommendationFilter.OPEN, RecommendationOrder.NAME, PageRequest.first(100))
        .items();
  }

  private List<Run> runs() {
    return ledger.runs().list(io.headroom.ledger.run.RunFilter.ANY, PageRequest.first(100)).items();
  }

  /** The process is gone: nothing of it runs any more. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }
}
