package io.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.headroom.testing.Chromium;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of the bundled fleet, written by the packaged program, in a browser. */
class ReportPageIT {

  private static final String MISSING =
      "Cannot open the report in a browser: no Chromium found; install one"
          + " (apt-get install chromium) or name it in HEADROOM_CHROMIUM";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1280,light", "1280,dark", "390,light", "390,dark"})
  void opensWithoutAComplaintOrARequestOffThePage(int width, String colorScheme) throws Exception {
    Path program = program();
    Path page = folder.resolve("report.html");
    writeReport(page);

    try (Chromium browser = Chromium.start(program, folder.resolve("profile"))) {
      browser.open(page, width, colorScheme);

      assertThat(browser.evaluate("document.querySelectorAll('article').length")).isEqualTo("25");
      assertThat(browser.evaluate("document.querySelector('th button') !== null"))
          .as("the page's own script ran")
          .isEqualTo("true");
      assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
          .isEqualTo(colorScheme.equals("dark") ? "rgb(14, 20, 26)" : "rgb(255, 255, 255)");
      assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("nothing is wider than the window")
          .isEqualTo("true");
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests())
          .allSatisfy(
              url ->
                  assertThat(url)
                      .satisfiesAnyOf(
                          own -> assertThat(own).isEqualTo(page.toUri().toString()),
                          data -> assertThat(data).startsWith("data:")));
    }
  }

  private void writeReport(Path page) throws Exception {
    Path log = folder.resolve("headroom.log");
    Process headroom =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "headroom.jar").toString(),
                "recommend",
                "--recording",
                Path.of("src", "main", "resources", "demo").toString(),
                "--out",
                page.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(headroom.waitFor()).as("see %s", log).isZero();
    java.nio.file.Files.createDirectory(folder.resolve("profile"));
  }

  private static Path program() {
    Optional<Path> program = Chromium.program();
    if (program.isEmpty() && "required".equals(System.getProperty("headroom.browser"))) {
      return fail(MISSING);
    }
    return program.orElseGet(() -> abort(MISSING));
  }

  /** A skipped test is easily overlooked. */
  @AfterAll
  static void sayWhatIsMissing() {
    if (Chromium.program().isEmpty()) {
      new PrintStream(
              new FileOutputStream(FileDescriptor.err),
              /* autoFlush= */ true,
              StandardCharsets.UTF_8)
          .println("\nSKIPPED ReportPageIT: " + MISSING + "\n");
    }
  }
}
