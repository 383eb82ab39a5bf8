package io.headroom.cli;

import io.headroom.advice.Judged;
import io.headroom.advice.RunSummary;
import io.headroom.document.Failure;
import io.headroom.report.OutputFormat;
import io.headroom.report.OutputTarget;
import io.headroom.report.Paint;
import io.headroom.report.VerdictSink;
import io.headroom.report.page.Annex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything one run writes: the terminal and any number of files. A file appears under its name
 * only when it is complete.
 */
final class Outputs implements AutoCloseable {

  private final List<VerdictSink> sinks = new ArrayList<>();
  private final List<PendingFile> files = new ArrayList<>();

  /** A file that is being written under another name. */
  private record PendingFile(Path target, Path temporary, Writer writer, PagesFolder pages) {}

  /**
   * Opens all outputs; nothing is printed if one cannot be opened.
   *
   * @throws CommandFailure if a file cannot be created, or two would be the same
   */
  static Outputs open(OutputOptions options, Terminal terminal, Instant asOf) {
    options.files().forEach(OutputOptions::formatOf);
    requireDifferent(options.files());
    Outputs outputs = new Outputs();
    try {
      for (Path file : options.files()) {
        outputs.add(file, OutputOptions.formatOf(file), asOf);
      }
      OutputTarget shown =
          new OutputTarget(terminal.out(), FindingColours.on(terminal), Annex.NONE);
      outputs.sinks.add(options.format().open(shown, asOf));
    } catch (IOException e) {
      outputs.close();
      throw CommandFailure.cannot("Cannot write the result: " + Failure.reason(e));
    } catch (CommandFailure e) {
      outputs.close();
      throw e;
    }
    return outputs;
  }

  private static void requireDifferent(List<Path> files) {
    Set<Path> seen = new HashSet<>();
    for (Path file : files) {
      if (!seen.add(file.toAbsolutePath().normalize())) {
        throw new CommandFailure(
            "Invalid --out: " + file + " is named twice; expected different files", ExitCode.USAGE);
      }
    }
  }

  private void add(Path file, OutputFormat format, Instant asOf) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw cannotWrite(file, "its folder does not exist; make it, or name another");
    }
    if (Files.isDirectory(file)) {
      throw cannotWrite(file, "there is a folder of that name; name another");
    }
    try {
      Path temporary = Files.createTempFile(folder, ".headroom-", ".part");
      Writer writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8);
      PagesFolder pages = new PagesFolder(file);
      files.add(new PendingFile(file, temporary, writer, pages));
      sinks.add(format.open(new OutputTarget(writer, Paint.NONE, pages), asOf));
    } catch (IOException e) {
      throw cannotWrite(file, Failure.reason(e));
    }
  }

  private static CommandFailure cannotWrite(Path file, String reason) {
    return CommandFailure.cannot("Cannot write " + file + ": " + reason);
  }

  /** Writes a machine's verdict everywhere. */
  void accept(Judged judged) {
    try {
      for (VerdictSink sink : sinks) {
        sink.accept(judged);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all documents and puts the files under their names. */
  void finish(RunSummary summary) {
    try {
      for (VerdictSink sink : sinks) {
        sink.finish(summary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.forEach(Outputs::publish);
  }

  /** Until here a file of that name is untouched. */
  private static void publish(PendingFile file) {
    try {
      file.writer().close();
      if (OutputOptions.formatOf(file.target()) == OutputFormat.HTML) {
        file.pages().publish();
      }
      Files.move(
          file.temporary(),
          file.target(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannotWrite(file.target(), Failure.reason(e));
    }
  }

  /** Removes what was not finished. */
  @Override
  public void close() {
    for (PendingFile file : files) {
      try {
        file.writer().close();
        Files.deleteIfExists(file.temporary());
        file.pages().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
