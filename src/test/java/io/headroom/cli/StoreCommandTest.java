package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.advice.Fleet;
import io.headroom.ledger.Ledger;
import io.headroom.recording.BundledRecording;
import io.headroom.recording.RecordingReader;
import io.headroom.store.SqlLedger;
import io.headroom.testing.CommandRun;
import io.headroom.testing.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandTest {

  @TempDir private Path folder;

  private String store = "";

  @BeforeEach
  void nameTheStore() {
    store = folder.resolve("store").toString();
  }

  private void fill() throws InterruptedException {
    Fleet demo = Fleet.of(RecordingReader.open(BundledRecording.directory()));
    try (Ledger ledger = SqlLedger.open(Stores.file(folder))) {
      ledger.instances().keep(demo.instances(), demo.until());
      demo.forEach(
          1,
          machine -> machine,
          machine -> ledger.series().lay(machine.instance().id(), machine.observations().all()));
      ledger.series().reached(demo.until());
    }
  }

  @Test
  void saysWhatThereIs() throws InterruptedException {
    fill();

    CommandRun run = CommandRun.of("store", "status", "--store", store);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("database          H2 2.4.240", store + ".mv.db", "instance          25");
  }

  @Test
  void explainsFromTheStoreWhatItExplainsFromTheRecording() throws InterruptedException {
    fill();
    RecordingReader demo = RecordingReader.open(BundledRecording.directory());
    String id = demo.recording().instances().get(3).id();

    CommandRun stored = CommandRun.of("explain", "--store", store, "-o", "json", id);

    assertThat(stored.out())
        .isEqualTo(
            CommandRun.of(
                    "explain",
                    "--recording",
                    "demo",
                    "--policy",
                    "peak-plus-half",
                    "-o",
                    "json",
                    id)
                .out())
        .contains(id);
  }

  @Test
  void recommendsFromACopyOfTheFile() throws InterruptedException, IOException {
    fill();
    CommandRun before = CommandRun.of("recommend", "--store", store, "-o", "csv");
    Path copy = folder.resolve("copy.mv.db");
    Files.copy(folder.resolve("store.mv.db"), copy);
    Files.delete(folder.resolve("store.mv.db"));

    CommandRun after = CommandRun.of("recommend", "--store", copy.toString(), "-o", "csv");

    assertThat(after.exitCode()).isEqualTo(before.exitCode());
    assertThat(after.out()).isEqualTo(before.out());
    assertThat(after.out().lines()).hasSize(26);
  }

  @Test
  void saysThatNothingWasCollectedYet() {
    CommandRun run = CommandRun.of("recommend", "--store", store);

    assertThat(run.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run.err())
        .isEqualTo(
            "headroom: Cannot read the store: nothing was collected yet; next: headroom collect\n");
  }

  @Test
  void asksForAPlaceAndForOneOnly() {
    assertThat(CommandRun.of("store", "status").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.of("collect", "--provider", "aws").err()).contains("Missing --recording");
    assertThat(CommandRun.of("recommend", "--recording", "demo", "--store", store).err())
        .contains("Invalid --recording and --store: expected one of them");
  }
}
