package io.headroom.host.ssh;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.channel.HostChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/** Opens SSH connections: public keys alone, and only to hosts whose key is known. */
public final class SshConnector {

  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int LOST_HEARTBEATS = 2;

  /** File with the socket of the agent, if there is one. */
  private final Optional<Path> agent;

  /**
   * Prepares connections.
   *
   * @param agent socket of the SSH agent, as {@code SSH_AUTH_SOCK} names it
   */
  public SshConnector(Optional<Path> agent) {
    this.agent = agent;
  }

  /**
   * Opens a connection.
   *
   * @throws ChannelException of kind {@code UNREACHABLE} if nothing answers, {@code HOST_KEY} if
   *     what answers has another key than is known, {@code DENIED} if the account is not let in
   */
  public HostChannel open(SshTarget target) {
    HostKeys keys = new HostKeys(target);
    SshClient client = client(target, keys);
    client.start();
    try {
      return new SshChannel(target, client, session(target, client));
    } catch (IOException e) {
      client.stop();
      throw failure(target, keys, e);
    }
  }

  private SshClient client(SshTarget target, HostKeys keys) {
    SshClient client = SshClient.setUpDefaultClient();
    // the person's own configuration must not lead elsewhere
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setServerKeyVerifier(keys);
    client.setUserAuthFactories(java.util.List.of(new UserAuthPublicKeyFactory()));
    client.setKeyIdentityProvider(identities(target));
    if (target.key().isEmpty()) {
      agent.ifPresent(socket -> client.setAgentFactory(new SocketAgentFactory(socket)));
    }
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT);
    CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, LOST_HEARTBEATS);
    CoreModuleProperties.AUTH_TIMEOUT.set(client, CONNECT);
    return client;
  }

  private static KeyIdentityProvider identities(SshTarget target) {
    return target
        .key()
        .<KeyIdentityProvider>map(FileKeyPairProvider::new)
        .orElse(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
  }

  private static ClientSession session(SshTarget target, SshClient client) throws IOException {
    if (target.key().isPresent() && !Files.isReadable(target.key().get())) {
      throw new IOException("no readable key in " + target.key().get());
    }
    ClientSession session =
        client
            .connect(target.user(), target.address(), target.port())
            .verify(CONNECT)
            .getClientSession();
    try {
      session.auth().verify(CONNECT);
      return session;
    } catch (IOException e) {
      session.close(/* immediately= */ true);
      throw e;
    }
  }

  private static ChannelException failure(SshTarget target, HostKeys keys, IOException cause) {
    if (keys.hasRefused()) {
      return new ChannelException(
          ChannelFailure.HOST_KEY,
          "Cannot open "
              + target
              + ": its host key is not the one in "
              + target.knownHosts()
              + "; compare it with the console output of the machine before adding it",
          cause);
    }
    String reason = String.valueOf(cause.getMessage());
    if (reason.contains("authentication") || reason.contains("readable key")) {
      // MINA has no type for it: "No more authentication methods available"
      return new ChannelException(
          ChannelFailure.DENIED,
          "Cannot open " + target + ": " + reason + "; put the public key on the host",
          cause);
    }
    return new ChannelException(
        ChannelFailure.UNREACHABLE, "Cannot open " + target + ": " + reason, cause);
  }
}
