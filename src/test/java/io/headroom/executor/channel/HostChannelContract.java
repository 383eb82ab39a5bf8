package io.headroom.executor.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.testing.host.Programs;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every channel does. The host behind it is this machine. */
public abstract class HostChannelContract {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path host;

  /** Returns the open channel. */
  protected abstract HostChannel channel();

  /** Returns the most bytes of a file that come over it. */
  protected int mostBytes() {
    return 1_000_000;
  }

  private HostFiles files() {
    return new HostFiles(channel(), Optional.of(System.getProperty("user.name")));
  }

  private CommandResult run(HostCommand command, Duration timeout) {
    return channel().run(command.as(Optional.of(System.getProperty("user.name"))), timeout);
  }

  @Test
  void returnsWhatACommandPrints() {
    CommandResult result = run(HostCommand.of(HostAction.IDENTIFY), PATIENCE);

    assertThat(result.exitCode()).isZero();
    assertThat(result.lines().toList()).isNotEmpty().allMatch(line -> !line.isBlank());
  }

  @Test
  void returnsExitCodeAndComplaint() {
    CommandResult result = run(HostCommand.of(HostAction.READ_FILE, host.toString()), PATIENCE);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains(host + " is no plain file");
  }

  @Test
  void readsAFileWithItsMode() throws IOException {
    Path file = Files.writeString(host.resolve("config.json"), "{\"müde\": 1}\r\n\tend");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    HostFile read = files().read(file.toString()).orElseThrow();

    assertThat(read.text()).isEqualTo("{\"müde\": 1}\r\n\tend");
    assertThat(read.mode()).isEqualTo("0640");
  }

  @Test
  void readsAnEmptyFile() throws IOException {
    Path file = Files.createFile(host.resolve("empty"));

    assertThat(files().read(file.toString()).orElseThrow().text()).isEmpty();
  }

  @Test
  void findsNothingWhereThereIsNoFile() {
    assertThat(files().read(host.resolve("none").toString())).isEmpty();
  }

  @Test
  void makesAFileWithItsMode() throws IOException {
    Path file = host.resolve("headroom.conf");

    files().write(file.toString(), Optional.empty(), "0644", "$(touch /tmp/x) `id` \"'\\\n");

    assertThat(file).content().isEqualTo("$(touch /tmp/x) `id` \"'\\\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void replacesAFileKeepingItsMode() throws IOException {
    Path file = Files.writeString(host.resolve("config.json"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    Optional<HostFile> before = files().read(file.toString());

    files().write(file.toString(), before, "0644", "new");

    assertThat(file).content().isEqualTo("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw----");
    assertThat(host.toFile().list()).containsExactly("config.json");
  }

  @Test
  void keepsAFileThatWasChangedMeanwhile() throws IOException {
    Path file = Files.writeString(host.resolve("config.json"), "old");
    Optional<HostFile> before = files().read(file.toString());
    Files.writeString(file, "somebody else's");

    assertThatThrownBy(() -> files().write(file.toString(), before, "0644", "new"))
        .isInstanceOfSatisfying(
            ChannelException.class,
            e -> assertThat(e.failure()).isEqualTo(ChannelFailure.CHANGED_MEANWHILE));
    assertThat(file).content().isEqualTo("somebody else's");
    assertThat(host.toFile().list()).containsExactly("config.json");
  }

  @Test
  void neverFollowsALink() throws IOException {
    Path target = Files.writeString(host.resolve("target"), "old");
    Path link = Files.createSymbolicLink(host.resolve("link"), target);

    assertThatThrownBy(() -> files().write(link.toString(), Optional.empty(), "0644", "new"))
        .isInstanceOf(ChannelException.class)
        .hasMessageContaining("is a link");
    assertThat(target).content().isEqualTo("old");
  }

  @Test
  void carriesALargeFileWhole() throws IOException {
    String text = "0123456789abcde\n".repeat(mostBytes() / 16);
    Path file = host.resolve("large");

    files().write(file.toString(), Optional.empty(), "0600", text);

    assertThat(file).content().isEqualTo(text);
    assertThat(files().read(file.toString()).orElseThrow().text()).isEqualTo(text);
  }

  @Test
  void putsAFileBack() throws IOException {
    Path file = Files.writeString(host.resolve("config.json"), "old");
    Optional<HostFile> before = files().read(file.toString());
    files().write(file.toString(), before, "0644", "new");
    Path made = host.resolve("made");
    files().write(made.toString(), Optional.empty(), "0644", "new");

    files().restore(file.toString(), before);
    files().restore(made.toString(), Optional.empty());

    assertThat(file).content().isEqualTo("old");
    assertThat(made).doesNotExist();
  }

  @Test
  void endsACommandThatHangs() throws IOException {
    Programs.require("redis-cli");
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      HostCommand hanging =
          HostCommand.of(HostAction.REDIS_MEMORY, Integer.toString(silent.getLocalPort()));

      assertThatThrownBy(() -> run(hanging, Duration.ofSeconds(1)))
          .isInstanceOfSatisfying(
              ChannelException.class,
              e -> {
                assertThat(e.failure()).isEqualTo(ChannelFailure.TIMED_OUT);
                assertThat(e.failure().isUnknown()).isTrue();
              });
      assertThat(ProcessHandle.allProcesses())
          .noneMatch(
              process ->
                  process
                      .info()
                      .commandLine()
                      .filter(line -> line.contains("redis-cli -p " + silent.getLocalPort()))
                      .isPresent());
    }
  }

  @Test
  void stopsListeningToAFlood() throws IOException {
    Path file = host.resolve("flood");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      // base64 makes 133 MB of it
      sparse.setLength(100_000_000);
    }

    assertThatThrownBy(() -> files().read(file.toString()))
        .isInstanceOfSatisfying(
            ChannelException.class,
            e -> assertThat(e.failure()).isEqualTo(ChannelFailure.TOO_MUCH_OUTPUT));
    assertThat(run(HostCommand.of(HostAction.IDENTIFY), PATIENCE).isOk()).isTrue();
  }
}
