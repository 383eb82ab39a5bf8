package io.headroom.catalog.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.machine.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatedSnapshotsTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Instant NIGHT = Instant.parse("2026-11-24T00:30:00Z");
  private static final Snapshot BUNDLED = Snapshot.bundled();

  private static Consumer<SnapshotWriter> region(Provider provider, String name) {
    SnapshotRegion region = BUNDLED.find(provider, name).orElseThrow();
    return writer -> writer.write(BUNDLED.read(region), USD, "test");
  }

  private static List<String> children(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void namesASnapshotAfterItsMoment(@TempDir Path folder) {
    DatedSnapshots snapshots = new DatedSnapshots(folder);
    Path written = snapshots.publish(NIGHT, region(Provider.GCE, "us-central1"));

    assertThat(written).isEqualTo(folder.resolve("2026-11-24T003000.000Z"));
    assertThat(snapshots.newest()).contains(written);
    assertThat(written.resolve(".lock")).doesNotExist();
    assertThat(Snapshot.in(folder).orElseThrow().regions())
        .isEqualTo(Snapshot.in(written).orElseThrow().regions());
  }

  @Test
  void copiesFilesOfRegionsThatStayByteForByte(@TempDir Path folder) throws IOException {
    DatedSnapshots snapshots = new DatedSnapshots(folder);
    Path first = snapshots.publish(NIGHT, region(Provider.GCE, "us-central1"));
    Path second = snapshots.publish(NIGHT.plusSeconds(9), region(Provider.AWS, "us-east-1"));

    for (String file : List.of("gce/us-central1.csv", "gce/us-central1-custom.csv")) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
    assertThat(Snapshot.in(second).orElseThrow().regions())
        .extracting(SnapshotRegion::qualifiedName)
        .containsExactly("aws/us-east-1", "gce/us-central1");
    assertThat(children(first.resolve("gce"))).hasSize(2);
  }

  @Test
  void isNewerThanTheOneBeforeEvenIfTheClockWentBack(@TempDir Path folder) {
    DatedSnapshots snapshots = new DatedSnapshots(folder);
    snapshots.publish(NIGHT, region(Provider.GCE, "us-central1"));
    Path second = snapshots.publish(NIGHT.minusSeconds(60), region(Provider.AWS, "us-east-1"));

    assertThat(second).isEqualTo(folder.resolve("2026-11-24T003000.001Z"));
    assertThat(snapshots.newest()).contains(second);
  }

  @Test
  void leavesTheOneBeforeIfWritingBreaksOff(@TempDir Path folder) throws IOException {
    DatedSnapshots snapshots = new DatedSnapshots(folder);
    Path first = snapshots.publish(NIGHT, region(Provider.GCE, "us-central1"));
    Consumer<SnapshotWriter> breaking =
        writer -> {
          region(Provider.AWS, "us-east-1").accept(writer);
          throw new IllegalStateException("the disk is full");
        };

    assertThatThrownBy(() -> snapshots.publish(NIGHT.plusSeconds(9), breaking))
        .isInstanceOf(IllegalStateException.class);
    assertThat(snapshots.newest()).contains(first);
    assertThat(children(folder)).containsExactly(".lock", "2026-11-24T003000.000Z");
  }

  @Test
  void removesWhatARunThatWasKilledLeft(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve(".new-1").resolve("aws"));
    Files.writeString(folder.resolve(".new-1").resolve("aws").resolve("us-east-1.csv"), "half");

    new DatedSnapshots(folder).publish(NIGHT, region(Provider.GCE, "us-central1"));
    assertThat(children(folder)).containsExactly(".lock", "2026-11-24T003000.000Z");
  }

  @Test
  void keepsTheTenNewest(@TempDir Path folder) throws IOException {
    DatedSnapshots snapshots = new DatedSnapshots(folder);
    for (int second = 0; second < 12; second++) {
      snapshots.publish(NIGHT.plusSeconds(second), region(Provider.GCE, "us-central1"));
    }

    assertThat(children(folder))
        .hasSize(11)
        .contains("2026-11-24T003002.000Z", "2026-11-24T003011.000Z")
        .doesNotContain("2026-11-24T003001.000Z");
  }

  @Test
  void takesAFolderThatIsASnapshotItself(@TempDir Path folder) {
    region(Provider.GCE, "us-central1").accept(new SnapshotWriter(folder));
    DatedSnapshots snapshots = new DatedSnapshots(folder);
    assertThat(snapshots.newest()).contains(folder);

    snapshots.publish(NIGHT, region(Provider.AWS, "us-east-1"));
    assertThat(Snapshot.in(folder).orElseThrow().regions()).hasSize(2);
  }

  @Test
  void repairsARegionWhoseFileIsLost(@TempDir Path folder) throws IOException {
    DatedSnapshots snapshots = new DatedSnapshots(folder);
    Path first = snapshots.publish(NIGHT, region(Provider.GCE, "us-central1"));
    Files.delete(first.resolve("gce/us-central1.csv"));
    snapshots.publish(NIGHT.plusSeconds(9), region(Provider.GCE, "us-central1"));

    Snapshot repaired = Snapshot.in(folder).orElseThrow();
    assertThat(repaired.read(repaired.regions().first()).offerings()).hasSize(552);
  }

  @Test
  void canBeReadByOthers(@TempDir Path folder) throws IOException {
    Path written = new DatedSnapshots(folder).publish(NIGHT, region(Provider.GCE, "us-central1"));
    assertThat(Files.getPosixFilePermissions(written))
        .contains(PosixFilePermission.OWNER_READ, PosixFilePermission.GROUP_READ);
  }

  @Test
  void saysWhereItCannotWrite(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    DatedSnapshots snapshots = new DatedSnapshots(file);
    assertThatThrownBy(() -> snapshots.publish(NIGHT, writer -> {}))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("Cannot write into " + file + ": there is a file of that name");
  }
}
