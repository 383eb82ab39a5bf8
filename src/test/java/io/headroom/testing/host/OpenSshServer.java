package io.headroom.testing.host;

import io.headroom.host.ssh.SshTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An OpenSSH server of this machine, on a loopback port, that lets in one key. */
public final class OpenSshServer implements AutoCloseable {

  private final Path folder;
  private final int port;
  private final Background server;

  private OpenSshServer(Path folder, int port, Background server) {
    this.folder = folder;
    this.port = port;
    this.server = server;
  }

  /** Starts a server with its keys in {@code folder}. */
  public static OpenSshServer start(Path folder) throws Exception {
    Path program = Programs.require("sshd");
    newKey(folder.resolve("host_key"));
    newKey(folder.resolve("client_key"));
    int port = Ports.free();
    Files.copy(folder.resolve("client_key.pub"), folder.resolve("authorized_keys"));
    Files.writeString(
        folder.resolve("sshd_config"),
        String.join(
            "\n",
            "ListenAddress 127.0.0.1:" + port,
            "HostKey " + folder.resolve("host_key"),
            "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
            "PidFile none",
            "PasswordAuthentication no",
            "PermitRootLogin yes",
            "StrictModes no",
            "UsePAM no",
            ""));
    Path separation = Path.of("/run/sshd");
    if (Files.isWritable(separation.getParent())) {
      Files.createDirectories(separation);
    }
    Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve("host_key.pub")));
    Background server =
        Background.start(
            folder,
            Map.of(),
            List.of(
                program.toString(), "-D", "-e", "-f", folder.resolve("sshd_config").toString()));
    return new OpenSshServer(folder, port, server.await("sshd", () -> Ports.isOpen(port)));
  }

  private static void newKey(Path file) throws IOException, InterruptedException {
    new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  /** Returns how to log in as whoever runs the tests. */
  public SshTarget target() {
    return new SshTarget(
        "127.0.0.1",
        port,
        System.getProperty("user.name"),
        Optional.of(folder.resolve("client_key")),
        folder.resolve("known_hosts"),
        Optional.empty());
  }

  /** Returns where the keys are. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    server.close();
  }
}
