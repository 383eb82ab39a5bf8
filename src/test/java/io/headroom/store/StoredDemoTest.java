package io.headroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.advice.Adviser;
import io.headroom.advice.Fleet;
import io.headroom.catalog.Catalogs;
import io.headroom.ledger.Ledger;
import io.headroom.model.verdict.Verdict;
import io.headroom.policy.PolicySet;
import io.headroom.policy.file.ShippedPolicies;
import io.headroom.recording.BundledRecording;
import io.headroom.recording.RecordingReader;
import io.headroom.report.SingleVerdict;
import io.headroom.testing.Stores;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled machines get the same verdicts, byte by byte, from a store as from the recording. */
class StoredDemoTest {

  @TempDir private Path folder;

  @Test
  void givesTheSameVerdictsAsTheRecordingOnH2() throws InterruptedException {
    check(Stores.file(folder));
  }

  @Test
  void givesTheSameVerdictsAsTheRecordingOnPostgres() throws InterruptedException {
    check(Stores.postgres());
  }

  private static void check(StoreAddress address) throws InterruptedException {
    Fleet recorded = Fleet.of(RecordingReader.open(BundledRecording.directory()));
    try (Ledger ledger = SqlLedger.open(address)) {
      ledger.instances().keep(recorded.instances(), recorded.until());
      recorded.forEach(
          2,
          machine -> machine,
          machine -> ledger.series().lay(machine.instance().id(), machine.observations().all()));
      ledger.series().reached(recorded.until());

      SortedMap<String, String> expected = verdicts(recorded);
      assertThat(verdicts(Fleet.of(ledger))).isEqualTo(expected);
      assertThat(expected).hasSameSizeAs(recorded.instances());
    }
  }

  private static SortedMap<String, String> verdicts(Fleet fleet) throws InterruptedException {
    PolicySet policies =
        new PolicySet(Stream.of("erpnext", "peak-plus-half").map(ShippedPolicies::load).toList());
    Adviser adviser = new Adviser(policies, Catalogs.bundled(), fleet.until());
    SortedMap<String, String> verdicts = new TreeMap<>();
    fleet.forEach(
        2, adviser::verdict, verdict -> verdicts.put(verdict.instance().id(), json(verdict)));
    return verdicts;
  }

  private static String json(Verdict verdict) {
    StringWriter text = new StringWriter();
    try {
      SingleVerdict.json(verdict, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
