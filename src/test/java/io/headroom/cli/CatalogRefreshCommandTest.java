package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.testing.CommandRun;
import io.headroom.testing.FixedCatalogs;
import io.headroom.testing.SmallCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogRefreshCommandTest {

  private static final RegionCatalog SMALL = SmallCatalog.usEast1();
  private static final String MOMENT = "2026-11-24T003000.000Z";

  @TempDir private Path home;

  private CommandRun run(String command) {
    return CommandRun.refreshing(
        FixedCatalogs.of(SMALL), Map.of("HOME", home.toString()), command.split(" ", -1));
  }

  private Path folder() {
    return home.resolve(".local/share/headroom/catalog");
  }

  @Test
  void showsWhatItFetchedAndWhereItIs() {
    CommandRun run = run("catalog refresh --provider aws --region us-east-1");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("us-east-1", "5", "2026-07-20")
        .endsWith("Written to " + folder().resolve(MOMENT) + "\n");
  }

  @Test
  void isUsedByEveryCommandFromThenOn() {
    assertThat(run("catalog show m7i.large --region us-east-1").exitCode()).isZero();
    run("catalog refresh --provider aws --region us-east-1");

    assertThat(run("catalog list --region us-east-1").out().lines()).hasSize(6);
    CommandRun gone = run("catalog show m7i.large --region us-east-1");
    assertThat(gone.exitCode()).isEqualTo(1);
    assertThat(gone.err()).contains("Cannot find m7i.large in us-east-1");
  }

  @Test
  void listSaysWhichRegionsAreRefreshed() {
    assertThat(run("catalog list").out()).doesNotContain("Refreshed");
    run("catalog refresh --provider aws --region us-east-1");

    assertThat(run("catalog list").out())
        .contains("list prices", "AWS price files")
        .endsWith(
            "Refreshed, in "
                + folder().resolve(MOMENT)
                + ": aws/us-east-1; the others are bundled\n");
  }

  @Test
  void writesIntoTheFolderThatIsNamed() {
    Path other = home.resolve("other");
    run("catalog refresh --provider aws --region us-east-1 --catalog " + other);

    assertThat(run("catalog list --region us-east-1").out().lines()).hasSizeGreaterThan(1000);
    assertThat(run("catalog list --region us-east-1 --catalog " + other).out().lines()).hasSize(6);
    assertThat(folder()).doesNotExist();
  }

  @Test
  void prefersThePlaceForDataThatTheEnvironmentNames() {
    Path data = home.resolve("data");
    CommandRun run =
        CommandRun.refreshing(
            FixedCatalogs.of(SMALL),
            Map.of("HOME", home.toString(), "XDG_DATA_HOME", data.toString()),
            "catalog",
            "refresh",
            "--provider",
            "aws",
            "--region",
            "us-east-1");
    assertThat(run.out()).contains("Written to " + data.resolve("headroom/catalog"));
  }

  @Test
  void endsAsPartialIfSomeRegionsFail() {
    CommandRun run = run("catalog refresh --provider aws --region us-east-1 --region us-west-9");

    assertThat(run.exitCode()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.out()).contains("us-east-1").doesNotContain("us-west-9");
    assertThat(run.err()).isEqualTo("headroom: Cannot find region us-west-9\n");
  }

  @Test
  void endsAsAnErrorIfAllRegionsFail() {
    CommandRun run = run("catalog refresh --provider gce --region us-central1");

    assertThat(run.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("headroom: Cannot find region us-central1\n");
    assertThat(folder()).doesNotExist();
  }

  @Test
  void tellsWhatIsToBeKnownOfTypes() {
    CommandRun run =
        CommandRun.refreshing(
            new FixedCatalogs(List.of(SMALL), List.of("x1.large: without price")),
            Map.of("HOME", home.toString()),
            "catalog",
            "refresh",
            "--provider",
            "aws",
            "--region",
            "us-east-1");
    assertThat(run.err()).isEqualTo("us-east-1: x1.large: without price\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void refusesWhatIsNoRegionOrProvider() {
    assertThat(run("catalog refresh --provider azure --region us-east-1").exitCode())
        .isEqualTo(ExitCode.USAGE);
    CommandRun path = run("catalog refresh --provider aws --region ../../etc");
    assertThat(path.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(path.err())
        .isEqualTo(
            "headroom: Invalid --region: ../../etc; expected the name of a region, such as"
                + " eu-west-1\n");
  }

  @Test
  void saysThatThereIsNoPlaceForIt() {
    CommandRun run =
        CommandRun.refreshing(
            FixedCatalogs.of(SMALL),
            Map.of(),
            "catalog",
            "refresh",
            "--provider",
            "aws",
            "--region",
            "us-east-1");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("headroom: Missing --catalog DIR");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    CommandRun run = run("catalog list --catalog " + home.resolve("none"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("headroom: Cannot read " + home.resolve("none") + ": there is no such folder");
  }

  @Test
  void demoStaysAsItIs() {
    String before = run("demo -o csv").out();
    run("catalog refresh --provider aws --region us-east-1");
    assertThat(run("demo -o csv").out()).isEqualTo(before);
  }
}
