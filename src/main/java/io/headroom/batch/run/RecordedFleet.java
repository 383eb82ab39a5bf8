package io.headroom.batch.run;

import io.headroom.advice.Problem;
import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Clouds;
import io.headroom.collector.run.CollectionOrder;
import io.headroom.collector.run.CollectionResult;
import io.headroom.collector.run.CollectionRun;
import io.headroom.configuration.Configuration.CollectionSection;
import io.headroom.model.cloud.CloudException;
import io.headroom.recording.RecordingReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Machines and samples in a recording that collections continue: each asks only for what is new. A
 * cloud that cannot be read is a problem and costs the others nothing.
 *
 * @param recording folder of the recording
 * @param selections what to collect; none for a recording that others fill
 */
public record RecordedFleet(
    Clouds clouds,
    List<CloudSelection> selections,
    Path recording,
    CollectionSection how,
    InstantSource clock)
    implements FleetSource {

  /** Copies the list. */
  public RecordedFleet {
    selections = List.copyOf(selections);
  }

  @Override
  public Gathered gather() throws InterruptedException {
    List<Problem> problems = new ArrayList<>();
    long requests = 0;
    for (CloudSelection selection : selections) {
      try {
        CollectionResult result = collect(selection);
        requests += result.cost().requests();
        result
            .problems()
            .forEach(problem -> problems.add(problem("collection", selection, problem.message())));
      } catch (CloudException e) {
        problems.add(problem("cloud", selection, String.valueOf(e.getMessage())));
      }
    }
    return new Gathered(RecordingReader.open(recording), requests, problems);
  }

  private CollectionResult collect(CloudSelection selection) throws InterruptedException {
    Instant now = clock.instant();
    CollectionOrder order =
        new CollectionOrder(
            recording, how.lookback(), now, now, how.parallel(), how.quotaPercent());
    try (CloudPorts ports = clouds.open(selection)) {
      return new CollectionRun(ports.inventory(), ports.sources(), order).run();
    }
  }

  private static Problem problem(String code, CloudSelection selection, String message) {
    return new Problem(code, selection.provider().id(), message);
  }
}
