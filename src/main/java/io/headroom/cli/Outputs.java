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
import java.nio.file.Path;
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

  /** A file that is being written, and the folder of pages beside it. */
  private record PendingFile(WholeFile file, PagesFolder pages) {}

  /**
   * Opens all outputs; nothing is printed if one cannot be opened.
   *
   * @throws CommandFailure if a file cannot be created, or two would be the same
   */
  static Outputs open(OutputOptions options, Terminal terminal, Instant asOf) {
    Outputs outputs = ofFiles(options.files(), asOf);
    try {
      OutputTarget shown =
          new OutputTarget(terminal.out(), FindingColours.on(terminal), Annex.NONE);
      outputs.sinks.add(options.format().open(shown, asOf));
    } catch (IOException e) {
      outputs.close();
      throw cannotWrite(e);
    }
    return outputs;
  }

  /**
   * Opens files alone.
   *
   * @throws CommandFailure if one cannot be created, or two would be the same
   */
  static Outputs ofFiles(List<Path> paths, Instant asOf) {
    paths.forEach(OutputOptions::formatOf);
    requireDifferent(paths);
    Outputs outputs = new Outputs();
    try {
      for (Path file : paths) {
        outputs.add(file, OutputOptions.formatOf(file), asOf);
      }
    } catch (IOException e) {
      outputs.close();
      throw cannotWrite(e);
    } catch (CommandFailure e) {
      outputs.close();
      throw e;
    }
    return outputs;
  }

  private static CommandFailure cannotWrite(IOException failure) {
    return CommandFailure.cannot("Cannot write the result: " + Failure.reason(failure));
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

  private void add(Path path, OutputFormat format, Instant asOf) throws IOException {
    PendingFile pending = new PendingFile(WholeFile.create(path), new PagesFolder(path));
    files.add(pending);
    sinks.add(
        format.open(new OutputTarget(pending.file().writer(), Paint.NONE, pending.pages()), asOf));
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

  private static void publish(PendingFile pending) {
    if (OutputOptions.formatOf(pending.file().target()) == OutputFormat.HTML) {
      pending.pages().publish();
    }
    pending.file().publish();
  }

  /** Removes what was not finished. */
  @Override
  public void close() {
    for (PendingFile pending : files) {
      try {
        pending.file().close();
        pending.pages().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
