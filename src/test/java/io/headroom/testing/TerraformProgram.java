package io.headroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real Terraform, where it is installed. It is asked nothing that needs a provider. */
public final class TerraformProgram {

  private static final int PATIENCE_SECONDS = 60;

  private final Path program;
  private final Path folder;

  private TerraformProgram(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** Returns the first one on the path, to be run in a folder; nothing if there is none. */
  public static Optional<TerraformProgram> in(Path folder) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(":", -1))
        .map(one -> Path.of(one, "terraform"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new TerraformProgram(program, folder));
  }

  /**
   * Runs a command and returns what it prints.
   *
   * @throws IOException if it fails; the message is what it told
   */
  public String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("terraform.out");
    Path err = folder.resolve("terraform.err");
    Path settings = folder.resolve("terraformrc");
    Files.writeString(settings, "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "TF_CLI_CONFIG_FILE", settings.toString(),
                "TF_IN_AUTOMATION", "1",
                "TF_INPUT", "0",
                "CHECKPOINT_DISABLE", "1"));
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("terraform does not end");
    }
    if (process.exitValue() != 0) {
      throw new IOException(Files.readString(err, UTF_8));
    }
    return Files.readString(out, UTF_8);
  }
}
