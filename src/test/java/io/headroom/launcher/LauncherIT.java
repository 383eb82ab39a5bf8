package io.headroom.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.testing.FaultyFleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code ./headroom} against the packaged program. */
class LauncherIT {

  private static final Path LAUNCHER = Path.of("headroom").toAbsolutePath();

  @TempDir private Path temporary;

  private Path folder = Path.of("");

  @BeforeEach
  void makeAFolderWithABlank() throws IOException {
    folder = Files.createDirectory(temporary.resolve("a folder"));
  }

  private record Ended(int exitCode, String out, String err) {}

  /** Runs a command in the folder. */
  private Ended run(String... command) {
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    ProcessBuilder process =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    process.environment().put("HEADROOM_NO_BUILD", "1");
    try {
      Process started = process.start();
      assertThat(started.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return new Ended(
          started.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private Ended shell(String script) {
    return run("sh", "-c", script.replace("HEADROOM", "'" + LAUNCHER + "'"));
  }

  @Test
  void runsFromAnotherFolderWithTheExitCodesOfTheCommands() {
    assertThat(shell("HEADROOM workers --vcpus 4 --memory 16GiB"))
        .satisfies(ended -> assertThat(ended.exitCode()).isZero())
        .satisfies(ended -> assertThat(ended.out()).startsWith("workers     9, limited by vcpu"))
        .satisfies(ended -> assertThat(ended.err()).isEmpty());
    assertThat(shell("HEADROOM recommend --recording none").exitCode()).isEqualTo(1);
    assertThat(shell("HEADROOM nonsense").exitCode()).isEqualTo(64);
  }

  @Test
  void readsFoldersWithBlanksAndTellsOfProblems() {
    FaultyFleet.write(folder.resolve("my fleet"));

    Ended ended = shell("HEADROOM recommend --recording 'my fleet' -o name --out 'my list.csv'");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.out()).contains("i-1-nothing\n");
    assertThat(folder.resolve("my list.csv")).isNotEmptyFile();
  }

  @Test
  void runsThroughALinkToALink() throws IOException {
    Path first = Files.createSymbolicLink(folder.resolve("first link"), LAUNCHER);
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first link"));

    assertThat(shell("./second --version").out()).startsWith("headroom ");
    Files.delete(second);
    Files.delete(first);
  }

  @Test
  void isQuietWhenItsReaderStopsReading() {
    FaultyFleet.write(folder.resolve("fleet"));

    Ended ended = shell("HEADROOM recommend --recording fleet -o json | head -n 1");

    assertThat(ended.out()).isEqualTo("{\n");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void completesCommandsInBash() {
    Ended ended =
        run(
            "bash",
            "-c",
            ". <('"
                + LAUNCHER
                + "' completion bash); COMP_WORDS=(headroom rec); COMP_CWORD=1; _complete_headroom;"
                + " echo \"${COMPREPLY[@]}\"");

    assertThat(ended.out()).isEqualTo("recommend\n");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void startsTheServiceAndEndsItWhenTold() throws IOException, InterruptedException {
    Path out = temporary.resolve("served");
    ProcessBuilder serve =
        new ProcessBuilder(LAUNCHER.toString(), "serve", "--port", "0")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    serve.environment().put("HEADROOM_NO_BUILD", "1");
    Process service = serve.start();
    try {
      assertThat(listening(service, out)).contains("Listening on: http://127.0.0.1:");
    } finally {
      service.destroy();
    }

    assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(out, UTF_8)).contains("headroom stopped in ");
  }

  /** Returns what the service says as soon as it listens. */
  private static String listening(Process service, Path out)
      throws IOException, InterruptedException {
    for (int tenth = 0; tenth < 600; tenth++) {
      String said = Files.readString(out, UTF_8);
      if (said.contains("Listening on") || service.waitFor(100, TimeUnit.MILLISECONDS)) {
        return said;
      }
    }
    throw new AssertionError("the service does not listen within a minute");
  }
}
