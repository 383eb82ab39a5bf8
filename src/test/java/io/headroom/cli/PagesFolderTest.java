package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesFolderTest {

  @TempDir private Path folder;

  @Test
  void standsBesideTheReport() {
    assertThat(new PagesFolder(folder.resolve("report.html")).folder()).contains("report-pages");
    assertThat(new PagesFolder(folder.resolve("q3.acme.html")).folder()).contains("q3.acme-pages");
  }

  @Test
  void appearsOnlyWhenTheReportIsComplete() throws IOException {
    try (PagesFolder pages = new PagesFolder(folder.resolve("report.html"))) {
      write(pages, "machines-00001.html");
      assertThat(folder.resolve("report-pages")).doesNotExist();

      pages.publish();
    }
    assertThat(names(folder)).containsExactly("report-pages");
    assertThat(folder.resolve("report-pages/machines-00001.html"))
        .hasContent("machines-00001.html");
  }

  @Test
  void leavesNothingBehindWhenTheReportFails() throws IOException {
    try (PagesFolder pages = new PagesFolder(folder.resolve("report.html"))) {
      write(pages, "machines-00001.html");
    }
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void losesThePagesOfALargerReportAndNothingElse() throws IOException {
    Path kept = Files.createDirectory(folder.resolve("report-pages")).resolve("notes.html");
    Files.writeString(kept, "mine");
    Files.writeString(kept.resolveSibling("machines-00021.html"), "old");
    try (PagesFolder pages = new PagesFolder(folder.resolve("report.html"))) {
      write(pages, "machines-00001.html");
      pages.publish();
    }
    assertThat(names(folder.resolve("report-pages")))
        .containsExactly("machines-00001.html", "notes.html");
  }

  @Test
  void isNotMadeForAReportOfOnePage() throws IOException {
    try (PagesFolder pages = new PagesFolder(folder.resolve("report.html"))) {
      pages.publish();
    }
    assertThat(names(folder)).isEmpty();
  }

  private static void write(PagesFolder pages, String name) throws IOException {
    try (Writer page = pages.create(name)) {
      page.write(name);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
