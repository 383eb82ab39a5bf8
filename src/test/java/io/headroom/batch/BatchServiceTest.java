package io.headroom.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalogs;
import io.headroom.configuration.Configuration;
import io.headroom.configuration.ConfigurationSource;
import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.recommendation.RecommendationFilter;
import io.headroom.ledger.recommendation.RecommendationOrder;
import io.headroom.ledger.run.Run;
import io.headroom.ledger.run.RunFilter;
import io.headroom.ledger.run.RunState;
import io.headroom.ledger.run.RunTrigger;
import io.headroom.recording.BundledRecording;
import io.headroom.recording.RecordingReader;
import io.headroom.testing.FixedClouds;
import io.headroom.testing.InMemoryLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled fleet, judged by the schedule of a service. */
class BatchServiceTest {

  private static final Instant START = Instant.parse("2026-11-24T01:00:00Z");

  @TempDir private Path folder = Path.of("");

  private final InMemoryLedger ledger = new InMemoryLedger(START);
  private final List<String> log = new ArrayList<>();

  private void fill() throws InterruptedException {
    RecordingReader demo = RecordingReader.open(BundledRecording.directory());
    demo.forEach(
        1,
        machine -> machine.observation(),
        machine -> {
          ledger.instances().keep(List.of(machine.instance()), START);
          ledger.series().lay(machine.instance().id(), machine.observations().all());
        });
    ledger.series().reached(demo.recording().recordedUntil());
  }

  @Test
  void makesTheRunOfItsHourAndSaysSo() throws Exception {
    try (BatchJob job = job("schedule: {cron: 15 2 * * *}\n");
        BatchService service = new BatchService(job, ledger.clock(), log::add)) {
      fill();
      service.tick();
      assertThat(runs()).isEmpty();
      pass(Duration.ofMinutes(75));
      service.tick();
      service.tick();
      assertThat(runs()).hasSize(1);
      assertThat(runs().get(0).state()).isEqualTo(RunState.SUCCEEDED);
      assertThat(runs().get(0).order().trigger()).isEqualTo(RunTrigger.SCHEDULE);
      assertThat(runs().get(0).order().occurrence())
          .contains(Instant.parse("2026-11-24T02:15:00Z"));
      assertThat(log).singleElement().asString().contains("25 machines", "0 problems");
      assertThat(
              ledger
                  .recommendations()
                  .list(RecommendationFilter.OPEN, RecommendationOrder.NAME, PageRequest.first(100))
                  .items())
          .hasSize(25);
    }
  }

  @Test
  void aRunThatFailsIsNotedAndTheNextIsMade() throws Exception {
    try (BatchJob job = job("schedule: {cron: 0 * * * *}\n");
        BatchService service = new BatchService(job, ledger.clock(), log::add)) {
      pass(Duration.ofHours(1));
      service.tick();
      fill();
      pass(Duration.ofHours(1));
      service.tick();
      assertThat(runs())
          .extracting(Run::state)
          .containsExactly(RunState.SUCCEEDED, RunState.FAILED);
      assertThat(runs().get(1).problems().get(0).message()).contains("nothing was collected yet");
    }
  }

  @Test
  void withoutAScheduleNothingIsRun() throws Exception {
    try (BatchJob job = job("http: {port: 1}\n");
        BatchService service = new BatchService(job, ledger.clock(), log::add)) {
      service.start();
      pass(Duration.ofDays(2));
      service.tick();
      assertThat(runs()).isEmpty();
      assertThat(log).isEmpty();
    }
  }

  private BatchJob job(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("headroom.yaml"), yaml);
    Configuration configuration = new ConfigurationSource(Map.of(), Map.of(), List.of(file)).read();
    return new BatchJob(
        configuration,
        new BatchJob.Parts(ledger, FixedClouds.unreachable(), Catalogs.bundled(), ledger.clock()));
  }

  private void pass(Duration time) {
    ledger.setClock(ledger.clock().instant().plus(time));
  }

  /** Returns the runs, newest first. */
  private List<Run> runs() {
    return ledger.runs().list(RunFilter.ANY, PageRequest.first(100)).items();
  }
}
