package io.headroom.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cloud.sim.FaultPlan;
import io.headroom.cloud.sim.Flavour;
import io.headroom.cloud.sim.SimWorld;
import io.headroom.executor.host.WorkerApplier;
import io.headroom.executor.journal.OpeningLimit;
import io.headroom.executor.machine.PowerState;
import io.headroom.executor.machine.Sighting;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Order;
import io.headroom.executor.stage.Patience;
import io.headroom.host.channel.Login;
import io.headroom.host.file.HostsFile;
import io.headroom.host.local.LocalChannel;
import io.headroom.host.ssh.SshConnector;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.OperationId;
import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.PlannedResize;
import io.headroom.model.resize.WorkerChange;
import io.headroom.model.resize.WorkerCounts;
import io.headroom.testing.host.BenchFolder;
import io.headroom.testing.host.OpenSshServer;
import io.headroom.testing.host.Ports;
import io.headroom.testing.host.Supervisord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real executor resizes a simulated machine whose inside is real: gunicorn and background
 * workers under Debian's supervisor, reached over a real OpenSSH server.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResizeOnHostIT {

  private static final MachineRef MACHINE =
      new MachineRef(
          new Placement(Provider.AWS, "111122223333", "eu-central-1", Optional.of("eu-central-1a")),
          "i-0123456789abcdef0",
          "erp-1");

  /** 2 vCPU carry 2 × 2 + 1 workers, 4 vCPU 2 × 4 + 1. */
  private static final WorkerCounts FIVE = new WorkerCounts(5, OptionalInt.of(1));

  private static final WorkerCounts NINE = new WorkerCounts(9, OptionalInt.of(2));

  private Path folder = Path.of("");
  private int port;
  private OpenSshServer server;
  private Supervisord supervisord;

  /**
   * A count that was set, and the machine at that moment.
   *
   * @param processes gunicorn workers in the process table afterwards
   */
  private record Applied(String type, PowerState power, WorkerCounts counts, long processes) {}

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    folder = temp;
    port = Ports.free();
    Path bench = BenchFolder.make(temp, port);
    new ProcessBuilder(bench.resolve("env/bin/bench").toString(), "setup", "supervisor", "--yes")
        .directory(bench.toFile())
        .start()
        .waitFor();
    Files.createDirectories(temp.resolve("programs"));
    Files.createSymbolicLink(
        temp.resolve("programs/frappe-bench.conf"), bench.resolve("config/supervisor.conf"));
    server = OpenSshServer.start(Files.createDirectories(temp.resolve("ssh")));
    startSupervisor();
    Files.writeString(temp.resolve("hosts.yaml"), hosts(bench));
  }

  private void startSupervisor() throws Exception {
    supervisord = Supervisord.start(folder);
    supervisord.awaitRunning(
        new LocalChannel(new Login(System.getProperty("user.name"))),
        "frappe-bench-web:frappe-bench-frappe-web");
  }

  private String hosts(Path bench) {
    return String.format(
        Locale.ROOT,
        """
    api_version: headroom/v1
    kind: Hosts
    hosts:
      - machine: %s
        channel:
          ssh:
            address: 127.0.0.1
            port: %s
            user: %s
            key: %s
            known_hosts: %s
        recipes:
          - recipe: frappe-bench
            directory: %s
            user: %s
            supervisor: %s
            reload: signals
    """,
        MACHINE.id(),
        Integer.toString(server.target().port()),
        server.target().user(),
        server.target().key().orElseThrow(),
        server.target().knownHosts(),
        bench,
        System.getProperty("user.name"),
        folder.resolve("supervisord.conf"));
  }

  @AfterAll
  void stop() {
    if (supervisord != null) {
      supervisord.close();
      server.close();
    }
  }

  private RecipeApplier applier() {
    return new RecipeApplier(
        new HostConnections(
            HostsFile.read(folder.resolve("hosts.yaml"), folder),
            entry ->
                entry.match(
                    ssh -> new SshConnector(Optional.empty()).open(ssh.target()),
                    ssm -> {
                      throw new IllegalStateException();
                    },
                    () -> {
                      throw new IllegalStateException();
                    })),
        length -> LockSupport.parkNanos(length.toNanos()),
        Duration.ofSeconds(40));
  }

  private long webWorkers() {
    return ProcessHandle.allProcesses()
        .filter(this::isGunicorn)
        .filter(process -> process.parent().filter(this::isGunicorn).isPresent())
        .count();
  }

  private boolean isGunicorn(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("127.0.0.1:" + port))
        .isPresent();
  }

  private List<Applied> resize(String from, String goal, WorkerChange change) {
    SimWorld world = new SimWorld(Flavour.EC2_LIKE, FaultPlan.NONE, Patience.DEFAULT);
    world.cloud().add(MACHINE, from, Sighting.Ties.NONE);
    List<Applied> applied = new ArrayList<>();
    RecipeApplier real = applier();
    world.workersBy(
        new WorkerApplier() {
          @Override
          public WorkerCounts running(MachineRef machine) {
            return real.running(machine);
          }

          @Override
          public void apply(MachineRef machine, WorkerCounts counts) {
            Sighting now = world.cloud().machine(machine).now();
            real.apply(machine, counts);
            applied.add(new Applied(now.type(), now.power(), counts, webWorkers()));
          }
        });
    PlannedResize resize =
        new PlannedResize(
            MACHINE,
            from,
            goal,
            List.of(),
            Optional.of(change),
            Optional.empty(),
            Optional.empty(),
            Duration.ofMinutes(3),
            List.of());
    Order order =
        new Order(
            resize,
            new PlanHash("7f".repeat(32)),
            world.time().instant().plus(Duration.ofHours(8)),
            "anna");
    world
        .journal()
        .open(
            Operation.begin(new OperationId("op-1"), order, world.time().instant()),
            OpeningLimit.NONE);
    world.start(1);
    world.run(Duration.ofHours(12));
    assertThat(world.cloud().machine(MACHINE).now().type()).isEqualTo(goal);
    assertThat(world.cloud().machine(MACHINE).now().power()).isEqualTo(PowerState.RUNNING);
    return applied;
  }

  @Test
  void workersFollowTheMachineUpAndDown() throws Exception {
    // grown only on the larger type
    assertThat(resize("m7i.large", "m7i.xlarge", new WorkerChange(FIVE, NINE)))
        .contains(new Applied("m7i.xlarge", PowerState.RUNNING, NINE, 9))
        .noneMatch(one -> one.type().equals("m7i.large") && one.counts().web() > 5);
    assertThat(webWorkers()).isEqualTo(9);

    // a boot starts what the last resize left
    supervisord.close();
    startSupervisor();
    assertThat(applier().running(MACHINE)).isEqualTo(NINE);

    // shrunk on the larger type, before the stop
    assertThat(resize("m7i.xlarge", "m7i.large", new WorkerChange(NINE, FIVE)))
        .contains(new Applied("m7i.xlarge", PowerState.RUNNING, FIVE, 5))
        .noneMatch(one -> one.type().equals("m7i.large") && one.counts().web() > 5);
    assertThat(webWorkers()).isEqualTo(5);
    assertThat(folder.resolve("frappe-bench/sites/common_site_config.json"))
        .content()
        .isEqualTo(BenchFolder.config(port));
  }
}
