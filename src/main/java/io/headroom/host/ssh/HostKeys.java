package io.headroom.host.ssh;

import java.net.SocketAddress;
import java.nio.file.Files;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/**
 * Accepts a host whose key is the one that is known, and no other: not a new one, not a changed
 * one.
 */
final class HostKeys implements ServerKeyVerifier {

  private static final int SSH_PORT = 22;

  private final ServerKeyVerifier known;
  private final SshTarget target;
  private volatile boolean refused;

  HostKeys(SshTarget target) {
    this.target = target;
    this.known =
        new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, target.knownHosts()) {
          @Override
          protected Collection<SshdSocketAddress> resolveHostNetworkIdentities(
              ClientSession session, SocketAddress remote) {
            return List.of(named());
          }
        };
  }

  /** Keys are kept under the name one asks for, not under the address it resolves to. */
  private SshdSocketAddress named() {
    return new SshdSocketAddress(
        target.alias().orElse(target.address()),
        target.alias().isPresent() ? SSH_PORT : target.port());
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress remote, PublicKey key) {
    boolean accepted =
        Files.isReadable(target.knownHosts()) && known.verifyServerKey(session, remote, key);
    refused = !accepted;
    return accepted;
  }

  /** Whether a host was refused for its key. */
  boolean hasRefused() {
    return refused;
  }
}
