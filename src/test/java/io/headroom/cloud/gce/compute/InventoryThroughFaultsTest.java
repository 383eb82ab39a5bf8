package io.headroom.cloud.gce.compute;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.compute.v1.Instance;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceClients;
import io.headroom.cloud.gce.GceEndpoint;
import io.headroom.cloud.gce.GceEndpoints;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.InventorySink;
import io.headroom.collector.Scope;
import io.headroom.model.machine.Provider;
import io.headroom.testing.FaultProxy;
import io.headroom.testing.FaultProxy.Answer;
import io.headroom.testing.FaultProxy.Sent;
import io.headroom.testing.gce.ComputeServer;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InventoryThroughFaultsTest {

  private static final long SEED = 20_260_720;
  private static final int MACHINES = 150;
  private static final int UNAVAILABLE = 503;
  private static final String ZONE =
      "https://www.googleapis.com/compute/v1/projects/demo/zones/us-central1-a";

  /**
   * 50 pages of instances and two other lists, of which every tenth call fails: about six. That one
   * of them fails six times in a row has a chance of 52 × 0.1^6, 1 in 19,000, and the seed is none
   * of those.
   */
  @Test
  void losesNothingToFaultsThatPass() {
    AtomicInteger failed = new AtomicInteger();
    try (ComputeServer google = ComputeServer.start().pagesOf(3);
        FaultProxy proxy = FaultProxy.before(URI.create(google.endpoint()))) {
      for (int i = 0; i < MACHINES; i++) {
        google.add(
            "demo",
            Instance.newBuilder()
                .setId(1_000_000 + i)
                .setName("web-" + i)
                .setZone(ZONE)
                .setStatus("RUNNING")
                .setMachineType(ZONE + "/machineTypes/n2-standard-4")
                .build());
      }
      Found undisturbed = read(proxy);
      proxy.add(failing(failed));

      Found disturbed = read(proxy);

      assertThat(failed).hasValueGreaterThan(3);
      assertThat(disturbed.problems).isEmpty();
      assertThat(disturbed.machines).hasSize(MACHINES).isEqualTo(undisturbed.machines);
    }
  }

  /** A third each: status 503, no answer, half an answer. */
  private static FaultProxy.Fault failing(AtomicInteger failed) {
    Random random = new Random(SEED);
    return (call, server) -> {
      if (random.nextInt(10) > 0) {
        return Optional.empty();
      }
      int way = failed.getAndIncrement() % 3;
      if (way == 0) {
        byte[] body = "{\"error\": {\"code\": 503, \"message\": \"Try again\"}}".getBytes(UTF_8);
        Map<String, String> json = Map.of("Content-Type", "application/json");
        return Optional.of(new Answer(UNAVAILABLE, json, ByteBuffer.wrap(body), Sent.WHOLE));
      }
      return Optional.of(server.answer().sending(way == 1 ? Sent.NOTHING : Sent.HALF));
    };
  }

  private static Found read(FaultProxy proxy) {
    GceEndpoint compute = GceEndpoint.of(GceEndpoints.COMPUTE, proxy.address().toString());
    Found found = new Found();
    try (GceInventory inventory =
        new GceInventory(
            List.of("demo"),
            GceClients.of(new GceEndpoints(Optional.of(compute), Optional.of(compute))),
            GceCalls.hasty(6),
            () -> java.time.Instant.parse("2026-07-20T00:00:00Z"))) {
      inventory.read(Scope.of(Provider.GCE, "demo"), found);
    }
    return found;
  }

  private static final class Found implements InventorySink {
    private final List<io.headroom.model.machine.Instance> machines = new ArrayList<>();
    private final List<CollectionProblem> problems = new ArrayList<>();

    @Override
    public void machine(io.headroom.model.machine.Instance machine) {
      machines.add(machine);
    }

    @Override
    public void problem(CollectionProblem problem) {
      problems.add(problem);
    }
  }
}
