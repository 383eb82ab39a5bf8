package io.headroom.host.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.executor.channel.HostChannel;
import io.headroom.host.channel.Login;
import io.headroom.host.local.LocalChannel;
import io.headroom.host.service.Service;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.unit.Mebibytes;
import io.headroom.testing.host.Background;
import io.headroom.testing.host.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real MariaDB server. */
@Tag("slow")
class MariaDbRecipeIT {

  private static final int LARGE_MIB = 1024;
  private static final int SMALL_MIB = 128;

  @TempDir Path folder;

  private final LocalChannel channel = new LocalChannel(new Login(System.getProperty("user.name")));
  private Background server;

  @BeforeEach
  void install() throws Exception {
    Path install = Programs.require("mariadb-install-db");
    Files.createDirectories(folder.resolve("conf.d"));
    Files.writeString(
        folder.resolve("my.cnf"),
        String.format(
            Locale.ROOT,
            """
        [mysqld]
        datadir=%1$s/data
        socket=%1$s/db.sock
        pid-file=%1$s/db.pid
        skip-networking
        user=%2$s
        innodb_buffer_pool_size=1024M
        !includedir %1$s/conf.d
        """,
            folder,
            System.getProperty("user.name")));
    Process process =
        new ProcessBuilder(
                install.toString(),
                "--defaults-file=" + folder.resolve("my.cnf"),
                "--auth-root-authentication-method=normal",
                "--skip-test-db")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("install.log").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    server = started(List.of());
  }

  private Background started(List<String> before) throws Exception {
    List<String> words = new ArrayList<>(before);
    words.add(Programs.require("mariadbd").toString());
    words.add("--defaults-file=" + folder.resolve("my.cnf"));
    return Background.start(folder, Map.of(), words)
        .await("mariadb", () -> Files.exists(folder.resolve("db.sock")));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private MariaDbRecipe recipe() {
    return new MariaDbRecipe(
        folder.resolve("db.sock").toString(),
        folder.resolve("conf.d/99-headroom.cnf").toString(),
        Optional.of(new Restarted()));
  }

  /** The server as a service that can be restarted. */
  private final class Restarted implements Service {
    @Override
    public OptionalInt mainProcess(HostChannel by) {
      return OptionalInt.of(Math.toIntExact(server.pid()));
    }

    @Override
    public void noticeFiles(HostChannel by) {}

    @Override
    public void restart(HostChannel by) {
      server.close();
      try {
        Files.deleteIfExists(folder.resolve("db.sock"));
        server = started(List.of());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void reload(HostChannel by) {
      restart(by);
    }

    @Override
    public String label() {
      return "mariadb";
    }
  }

  @Test
  void growsThePoolByARestartWhereTheServerCannotWhileItRuns() {
    new Convergence(
            channel, length -> LockSupport.parkNanos(length.toNanos()), Duration.ofSeconds(30))
        .reach(recipe(), HostSettings.of(HostSetting.BUFFER_POOL_MIB, 2 * LARGE_MIB));

    assertThat(pool()).isEqualTo(2 * LARGE_MIB);
  }

  private void shrink() {
    new Convergence(
            channel, length -> LockSupport.parkNanos(length.toNanos()), Duration.ofSeconds(30))
        .reach(
            recipe(),
            HostSettings.of(HostSetting.BUFFER_POOL_MIB, SMALL_MIB)
                .with(HostSetting.CONNECTIONS, 60));
  }

  private int pool() {
    return recipe().running(channel).get(HostSetting.BUFFER_POOL_MIB).orElseThrow();
  }

  @Test
  void shrinksThePoolOfARunningServerAndForTheNextStart() throws Exception {
    assertThat(pool()).isEqualTo(LARGE_MIB);

    shrink();

    assertThat(pool()).isEqualTo(SMALL_MIB);
    assertThat(folder.resolve("conf.d/99-headroom.cnf"))
        .content()
        .isEqualTo(
            """
            # written by headroom
            [mysqld]
            innodb_buffer_pool_size = 128M
            max_connections = 60
            """);
    server.close();
    server = started(List.of());
    assertThat(pool()).isEqualTo(SMALL_MIB);
    assertThat(recipe().running(channel).get(HostSetting.CONNECTIONS)).hasValue(60);
  }

  /** The address space stands for the memory of a smaller machine: 1 GiB does not fit 1000 MiB. */
  @Test
  void startsOnASmallerMachineOnlyIfThePoolWasShrunkBefore() throws Exception {
    List<String> limited = List.of("prlimit", "--as=" + 1000L * 1024 * 1024);
    server.close();
    Files.deleteIfExists(folder.resolve("db.sock"));

    assertThat(starts(limited)).isFalse();

    server = started(List.of());
    shrink();
    server.close();
    Files.deleteIfExists(folder.resolve("db.sock"));
    server = started(limited);
    assertThat(pool()).isEqualTo(SMALL_MIB);
  }

  private boolean starts(List<String> before) throws Exception {
    try (Background one = started(before)) {
      return one.pid() > 0;
    } catch (IOException e) {
      assertThat(e).hasMessageMatching("(?s).*[Cc]annot (map|allocate)[^\\n]*buffer.pool.*");
      return false;
    }
  }

  @Test
  void measuresThePool() {
    MemoryPool pool = recipe().pool(channel).orElseThrow();

    assertThat(pool.configured()).isEqualTo(new Mebibytes(LARGE_MIB));
    assertThat(pool.used().orElseThrow().value()).isBetween(1.0, 100.0);
    assertThat(pool.kind()).isEqualTo(MemoryPool.Kind.BUFFER_POOL);
  }
}
