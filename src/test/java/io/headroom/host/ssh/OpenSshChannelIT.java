package io.headroom.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostChannelContract;
import io.headroom.executor.channel.HostCommand;
import io.headroom.testing.host.Background;
import io.headroom.testing.host.OpenSshServer;
import io.headroom.testing.host.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The channel against the SSH server that hosts have. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSshChannelIT extends HostChannelContract {

  private final SshConnector connector = new SshConnector(Optional.empty());
  private OpenSshServer server;
  private HostChannel channel;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = OpenSshServer.start(folder);
    channel = connector.open(server.target());
  }

  @AfterAll
  void stop() {
    if (server != null) {
      channel.close();
      server.close();
    }
  }

  @Override
  protected HostChannel channel() {
    return channel;
  }

  @Test
  void refusesAHostThatIsNotKnown(@TempDir Path other) throws Exception {
    Path empty = Files.createFile(other.resolve("known_hosts"));

    assertRefused(with(empty), ChannelFailure.HOST_KEY, "its host key is not the one in " + empty);
  }

  @Test
  void refusesAHostWithAnotherKey(@TempDir Path other) throws Exception {
    // the client's key is a valid key that is not the host's
    Path wrong =
        Files.writeString(
            other.resolve("known_hosts"),
            "[127.0.0.1]:"
                + server.target().port()
                + " "
                + Files.readString(server.folder().resolve("client_key.pub")));

    assertRefused(with(wrong), ChannelFailure.HOST_KEY, "compare it with the console output");
  }

  @Test
  void findsTheKeyOfATunnelledHostUnderItsName(@TempDir Path other) throws Exception {
    Path named =
        Files.writeString(
            other.resolve("known_hosts"),
            "erp-1 " + Files.readString(server.folder().resolve("host_key.pub")));
    SshTarget target = with(named);
    SshTarget tunnelled =
        new SshTarget(
            target.address(),
            target.port(),
            target.user(),
            target.key(),
            named,
            Optional.of("erp-1"));

    try (HostChannel open = connector.open(tunnelled)) {
      assertThat(open.run(HostCommand.of(HostAction.IDENTIFY), Duration.ofSeconds(10)).isOk())
          .isTrue();
    }
    assertRefused(target, ChannelFailure.HOST_KEY, "host key");
  }

  @Test
  void saysWhenTheKeyIsNotLetIn() {
    SshTarget target = server.target();
    SshTarget stranger =
        new SshTarget(
            target.address(),
            target.port(),
            target.user(),
            Optional.of(server.folder().resolve("host_key")),
            target.knownHosts(),
            Optional.empty());

    assertRefused(stranger, ChannelFailure.DENIED, "put the public key on the host");
  }

  @Test
  void saysWhenNothingAnswers() throws Exception {
    SshTarget target = server.target();
    SshTarget nowhere =
        new SshTarget(
            target.address(),
            Ports.free(),
            target.user(),
            target.key(),
            target.knownHosts(),
            Optional.empty());

    assertRefused(nowhere, ChannelFailure.UNREACHABLE, "Cannot open ssh");
  }

  @Test
  void signsWithTheAgent(@TempDir Path folder) throws Exception {
    Path socket = folder.resolve("agent");
    try (Background agent =
        Background.start(folder, Map.of(), List.of("ssh-agent", "-D", "-a", socket.toString()))) {
      agent.await("the agent", () -> Files.exists(socket));
      ProcessBuilder adding =
          new ProcessBuilder("ssh-add", "-q", server.folder().resolve("client_key").toString());
      adding.environment().put("SSH_AUTH_SOCK", socket.toString());
      assertThat(adding.start().waitFor()).isZero();
      SshTarget target = server.target();
      SshTarget byAgent =
          new SshTarget(
              target.address(),
              target.port(),
              target.user(),
              Optional.empty(),
              target.knownHosts(),
              Optional.empty());

      try (HostChannel open = new SshConnector(Optional.of(socket)).open(byAgent)) {
        assertThat(open.run(HostCommand.of(HostAction.IDENTIFY), Duration.ofSeconds(10)).isOk())
            .isTrue();
      }
    }
  }

  @Test
  void saysWhenTheConnectionBreaks() throws Exception {
    HostChannel own = connector.open(server.target());
    own.close();

    assertThatThrownBy(() -> own.run(HostCommand.of(HostAction.IDENTIFY), Duration.ofSeconds(10)))
        .isInstanceOfSatisfying(
            ChannelException.class,
            e -> assertThat(e.failure()).isEqualTo(ChannelFailure.UNREACHABLE));
  }

  private SshTarget with(Path knownHosts) {
    SshTarget target = server.target();
    return new SshTarget(
        target.address(), target.port(), target.user(), target.key(), knownHosts, Optional.empty());
  }

  private void assertRefused(SshTarget target, ChannelFailure failure, String words) {
    assertThatThrownBy(() -> connector.open(target))
        .isInstanceOfSatisfying(
            ChannelException.class, e -> assertThat(e.failure()).isEqualTo(failure))
        .hasMessageContaining(words);
  }
}
