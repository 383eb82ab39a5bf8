package io.headroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.ledger.audit.AuditEvent;
import io.headroom.ledger.problem.LedgerException;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import io.headroom.testing.Stores;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreOpeningTest {

  private static final int MACHINES = 100;

  @TempDir private Path folder;

  @Test
  void refusesASchemaThatIsNewerThanTheProgram() {
    for (StoreAddress address : List.of(Stores.file(folder), Stores.postgres())) {
      SqlLedger.open(address).close();
      Stores.execute(
          address,
          """
          INSERT INTO "schema_history"
            ("installed_rank", "version", "description", "type", "script", "checksum",
             "installed_by", "execution_time", "success")
          VALUES (2, '7', 'later', 'SQL', 'V7__later.sql', 1, 'x', 1, TRUE)""");

      assertThatThrownBy(() -> SqlLedger.open(address))
          .isInstanceOf(LedgerException.class)
          .hasMessage(
              "Cannot open store "
                  + address
                  + ": its schema is version 7 and this program knows up to 1; use the program that"
                  + " wrote it, or a newer one");
    }
  }

  @Test
  void opensWhatWasWrittenBefore() {
    StoreAddress address = Stores.file(folder.resolve("new").resolve("folder"));
    try (SqlLedger ledger = SqlLedger.open(address)) {
      ledger.instances().keep(List.of(Machines.ec2("m5.large").build()), Machines.AS_OF);
    }

    try (SqlLedger ledger = SqlLedger.open(address)) {
      assertThat(ledger.instances().find("i-0123456789abcdef0")).isPresent();
    }
  }

  @Test
  void saysWhatIsWrongWithAnAddressAndNeverThePassword() {
    assertThatThrownBy(() -> parse("mysql://me:canary@host/db"))
        .isInstanceOf(LedgerException.class)
        .hasMessage("Invalid store: mysql:…; expected a file, or postgresql://host:port/database");
    assertThatThrownBy(() -> parse("postgresql://me:canary@host"))
        .isInstanceOf(LedgerException.class)
        .hasMessageNotContaining("canary");
    assertThat(parse("postgresql://me:canary@host:5433/db").toString())
        .isEqualTo("postgresql://host:5433/db");
    StoreAddress nowhere = parse("postgresql://me:canary@127.0.0.1:1/db");
    assertThatThrownBy(() -> SqlLedger.open(nowhere))
        .isInstanceOf(LedgerException.class)
        .hasMessageStartingWith("Cannot open store postgresql://127.0.0.1:1/db: ")
        .hasMessageNotContaining("canary");
  }

  private static StoreAddress parse(String text) {
    return StoreAddress.parse(text, Optional.empty(), Optional.empty());
  }

  /** What the process that is killed has told us is kept: it told it after the commit. */
  @Test
  void keepsWhatWasKeptWhenItsProcessIsKilled() throws IOException, InterruptedException {
    StoreAddress address = Stores.file(folder);
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD) // libraries log there
            .start();
    List<String> told = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null && told.size() < 40; line = out.readLine()) {
        told.add(line);
      }
      assertThatThrownBy(() -> SqlLedger.open(address))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("another process has it open");
    } finally {
      writer.destroyForcibly().waitFor();
    }

    try (SqlLedger ledger = SqlLedger.open(address)) {
      assertThat(told).hasSize(40).last().isEqualTo("40");
      assertThat(ledger.audit().verify().entries()).isGreaterThanOrEqualTo(40);
      assertThat(ledger.audit().verify().isIntact()).isTrue();
    }
  }

  /** Adds entries until it is killed, and tells of each. */
  static final class Writer {

    private Writer() {}

    @SuppressWarnings("SystemOut") // the parent reads it
    public static void main(String[] arguments) {
      PrintStream out =
          new PrintStream(
              new FileOutputStream(FileDescriptor.out),
              /* autoFlush= */ true,
              StandardCharsets.UTF_8);
      SqlLedger ledger = SqlLedger.open(Stores.file(Path.of(arguments[0])));
      for (int n = 0; n < 100_000; n++) {
        out.println(
            ledger.audit().append(new AuditEvent(Machines.AS_OF, "a", "b", "c", "d")).number());
      }
    }
  }

  /** 14 days × 288 slots × 6 metrics of values whose last bits are noise, as CloudWatch sends. */
  @Test
  void keepsTwoWeeksOfAMachineInLessThan100KiB() {
    Random random = new Random(3);
    List<Series> fortnight = new ArrayList<>();
    for (Metric metric :
        List.of(
            Metric.CPU_UTILIZATION_AVG,
            Metric.CPU_UTILIZATION_MAX,
            Metric.MEMORY_USED,
            Metric.NETWORK_IN,
            Metric.NETWORK_OUT,
            Metric.DISK_IOPS)) {
      SampleUnit unit = metric.units().get(0);
      fortnight.add(
          Samples.of(metric, unit, 14)
              .each(slot -> 40 + 30 * Math.sin(slot / 45.0) + 9 * random.nextDouble())
              .series());
    }
    StoreAddress file = Stores.file(folder);
    StoreAddress postgres = Stores.postgres();
    long empty = written(postgres, List.of());

    // H2 writes beside what it replaces, and gives the room back when it is told to
    written(file, fortnight);
    Stores.execute(file, "SHUTDOWN COMPACT");
    assertThat(file.file().orElseThrow().resolveSibling("store.mv.db").toFile().length())
        .isLessThan(MACHINES * 100L * 1024);
    assertThat(written(postgres, fortnight) - empty).isLessThan(MACHINES * 100L * 1024);
  }

  private static long written(StoreAddress address, List<Series> ofEach) {
    try (SqlLedger ledger = SqlLedger.open(address)) {
      for (int n = 0; n < MACHINES; n++) {
        ledger.series().lay("i-" + n, ofEach);
      }
      return ledger.upkeep().status().bytes().orElseThrow();
    }
  }
}
