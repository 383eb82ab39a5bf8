package io.headroom.host;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.host.HostException;
import io.headroom.executor.host.WorkerApplier;
import io.headroom.executor.host.WorkerApplierContract;
import io.headroom.host.channel.Login;
import io.headroom.host.file.ChannelEntry;
import io.headroom.host.file.HostsFile;
import io.headroom.host.local.LocalChannel;
import io.headroom.host.ssh.SshConnector;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.WorkerCounts;
import io.headroom.testing.host.GunicornApp;
import io.headroom.testing.host.Ports;
import io.headroom.testing.host.Programs;
import io.headroom.testing.host.Supervisord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** A gunicorn under supervisor on this machine. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecipeApplierIT extends WorkerApplierContract {

  private static final Login LOGIN = new Login(System.getProperty("user.name"));

  private Path folder = Path.of("");
  private Supervisord supervisord;
  private WorkerApplier applier;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    folder = temp;
    Path gunicorn = Programs.require("gunicorn");
    GunicornApp.write(folder);
    Files.writeString(folder.resolve("gunicorn.conf.py"), "workers = 2\n");
    Files.createDirectories(folder.resolve("programs"));
    Files.writeString(
        folder.resolve("programs/app.conf"),
        String.format(
            Locale.ROOT,
            """
        [program:app]
        command=%s --bind 127.0.0.1:%s -c %s app:application
        directory=%s
        """,
            gunicorn,
            Integer.toString(Ports.free()),
            folder.resolve("gunicorn.conf.py"),
            folder));
    supervisord = Supervisord.start(folder);
    supervisord.awaitRunning(new LocalChannel(LOGIN), "app");
    Files.writeString(folder.resolve("hosts.yaml"), hosts());
    applier =
        new RecipeApplier(
            new HostConnections(
                HostsFile.read(folder.resolve("hosts.yaml"), folder), RecipeApplierIT::open),
            length -> LockSupport.parkNanos(length.toNanos()),
            Duration.ofSeconds(30));
  }

  private String hosts() throws Exception {
    return String.format(
        Locale.ROOT,
        """
    api_version: headroom/v1
    kind: Hosts
    hosts:
      - machine: shop
        channel: local
        recipes:
          - recipe: gunicorn
            control: supervisor
            supervisor: %1$s/supervisord.conf
            unit: app
            file: %1$s/gunicorn.conf.py
            reload: reload
      - machine: away
        channel: {ssh: {address: 127.0.0.1, port: %2$s, user: nobody, known_hosts: %1$s/none}}
        recipes: [{recipe: script, name: any}]
      - machine: bare
        channel: local
    """,
        folder,
        Integer.toString(Ports.free()));
  }

  private static HostChannel open(ChannelEntry entry) {
    return entry.match(
        ssh -> new SshConnector(Optional.empty()).open(ssh.target()),
        ssm -> {
          throw new IllegalStateException();
        },
        () -> new LocalChannel(LOGIN));
  }

  @AfterAll
  void stop() {
    if (supervisord != null) {
      supervisord.close();
    }
  }

  @Override
  protected WorkerApplier applier() {
    return applier;
  }

  @Override
  protected MachineRef machine() {
    return named("shop");
  }

  @Override
  protected MachineRef unreachable() {
    return named("away");
  }

  private static MachineRef named(String name) {
    return new MachineRef(
        new Placement(Provider.AWS, "111122223333", "eu-central-1", Optional.empty()),
        "i-0123456789abcdef0",
        name);
  }

  @Test
  void saysWhatIsMissingWhereAMachineHasNoRecipe() {
    assertThatThrownBy(() -> applier.running(named("bare")))
        .isInstanceOf(HostException.class)
        .hasMessageContaining("no recipe of its entry");
    assertThatThrownBy(() -> applier.running(named("nobody-s")))
        .isInstanceOf(HostException.class)
        .hasMessageContaining("has no such machine");
  }

  @Test
  void refusesCountsThatNobodyRuns() {
    assertThatThrownBy(() -> applier.apply(machine(), new WorkerCounts(1000, OptionalInt.empty())))
        .isInstanceOf(HostException.class)
        .hasMessageContaining("Invalid web_workers: 1000; expected 1 to 999");
  }
}
