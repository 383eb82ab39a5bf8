package io.headroom.host.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.probe.QueueState;
import io.headroom.host.channel.Login;
import io.headroom.host.local.LocalChannel;
import io.headroom.host.probe.ChannelProbe;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.unit.Mebibytes;
import io.headroom.testing.host.Background;
import io.headroom.testing.host.Ports;
import io.headroom.testing.host.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real Redis server. */
class RedisRecipeTest {

  @TempDir Path folder;

  private final LocalChannel channel = new LocalChannel(new Login(System.getProperty("user.name")));
  private int port;
  private Background server;

  @BeforeEach
  void start() throws Exception {
    Path program = Programs.require("redis-server");
    port = Ports.free();
    Files.writeString(
        folder.resolve("redis.conf"),
        "bind 127.0.0.1\nport " + port + "\nmaxmemory 64mb\ndir " + folder + "\nsave \"\"\n");
    server =
        Background.start(
                folder,
                Map.of(),
                List.of(program.toString(), folder.resolve("redis.conf").toString()))
            .await("redis", () -> Ports.isOpen(port));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HostSettings reach(int mebibytes) {
    return new Convergence(channel, length -> {}, Duration.ofSeconds(5))
        .reach(new RedisRecipe(port), HostSettings.of(HostSetting.CACHE_MIB, mebibytes));
  }

  @Test
  void setsTheLimitNowAndForTheNextStart() {
    assertThat(reach(128)).isEqualTo(HostSettings.of(HostSetting.CACHE_MIB, 128));

    assertThat(new RedisRecipe(port).running(channel))
        .isEqualTo(HostSettings.of(HostSetting.CACHE_MIB, 128));
    // 128 × 2^20
    assertThat(folder.resolve("redis.conf"))
        .content()
        .containsPattern("maxmemory (134217728|128mb)");
  }

  @Test
  void measuresWhatIsReservedAndUsed() {
    MemoryPool pool = new RedisRecipe(port).pool(channel).orElseThrow();

    assertThat(pool.configured()).isEqualTo(new Mebibytes(64));
    assertThat(pool.used().orElseThrow().value()).isBetween(0.1, 20.0);
    assertThat(pool.kind()).isEqualTo(MemoryPool.Kind.FIXED);
  }

  @Test
  void measuresTheAgeOfQueues() throws Exception {
    redis("sadd", "rq:queues", "rq:queue:short");
    redis("rpush", "rq:queue:short", "job-1", "job-2");
    redis("hset", "rq:job:job-1", "enqueued_at", "2026-07-20T10:00:00.123456Z");

    assertThat(new ChannelProbe(List.of(new RedisRecipe(port))).measure(channel).queues())
        .containsExactly(
            new QueueState(
                "rq:queue:short", 2, Optional.of(Instant.parse("2026-07-20T10:00:00.123456Z"))));
  }

  private void redis(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("redis-cli", "-p", Integer.toString(port)));
    command.addAll(List.of(words));
    assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor()).isZero();
  }

  @Test
  void saysWhenTheServerDoesNotAnswer() {
    server.close();

    assertThatThrownBy(() -> reach(128))
        .isInstanceOf(ChannelException.class)
        .hasMessageContaining("Cannot run redis-memory");
  }
}
