package io.headroom.cli;

import io.headroom.document.Failure;
import io.headroom.report.page.Annex;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of pages beside a report: {@code report-pages} beside {@code report.html}. Pages are
 * written aside and take their places when the report is complete; pages of an earlier, larger
 * report go then. Nothing else in the folder is touched.
 */
final class PagesFolder implements Annex, AutoCloseable {

  private static final Pattern PAGE = Pattern.compile("machines-\\d{5,}\\.html");

  private final Path folder;
  private final SortedSet<String> pages = new TreeSet<>();
  private Optional<Path> aside = Optional.empty();

  /** Prepares the folder beside {@code report}; it appears only if there are pages. */
  PagesFolder(Path report) {
    String name = String.valueOf(report.getFileName());
    int dot = name.lastIndexOf('.');
    folder =
        report
            .toAbsolutePath()
            .resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "-pages");
  }

  @Override
  public Optional<String> folder() {
    return Optional.of(String.valueOf(folder.getFileName()));
  }

  @Override
  public Writer create(String name) throws IOException {
    if (aside.isEmpty()) {
      aside =
          Optional.of(
              Files.createDirectory(folder.resolveSibling(".headroom-" + UUID.randomUUID())));
    }
    pages.add(name);
    return Files.newBufferedWriter(aside.get().resolve(name), StandardCharsets.UTF_8);
  }

  /**
   * Puts the pages into the folder.
   *
   * @throws CommandFailure if they cannot be put there
   */
  void publish() {
    try {
      putInPlace();
    } catch (IOException e) {
      throw CommandFailure.cannot("Cannot write " + folder + ": " + Failure.reason(e));
    }
  }

  private void putInPlace() throws IOException {
    if (aside.isPresent()) {
      Files.createDirectories(folder);
      for (String page : pages) {
        Files.move(
            aside.get().resolve(page),
            folder.resolve(page),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    for (Path page : pagesIn(folder)) {
      if (!pages.contains(page.getFileName().toString())) {
        Files.delete(page);
      }
    }
  }

  private static List<Path> pagesIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> PAGE.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  /** Removes what was written aside and did not take its place. */
  @Override
  public void close() throws IOException {
    if (aside.isPresent()) {
      for (String page : pages) {
        Files.deleteIfExists(aside.get().resolve(page));
      }
      Files.deleteIfExists(aside.get());
    }
  }
}
