package io.headroom.cloud.gce.compute;

import com.google.cloud.compute.v1.Instance;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceClients;
import io.headroom.cloud.gce.GceEndpoint;
import io.headroom.cloud.gce.GceEndpoints;
import io.headroom.collector.Inventory;
import io.headroom.collector.InventoryContract;
import io.headroom.testing.gce.ComputeServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract over Google's own client of Compute Engine. */
class GceInventoryContractTest extends InventoryContract {

  private static final long FIRST = 9_000_000_000_000_000_001L;
  private static final List<String> IDS =
      LongStream.range(FIRST, FIRST + 7).mapToObj(Long::toString).toList();
  private static final String ZONE =
      "https://www.googleapis.com/compute/v1/projects/demo/zones/us-central1-a";

  private final ComputeServer google = ComputeServer.start().pagesOf(3);
  private final GceInventory inventory = opened();

  private GceInventory opened() {
    Optional<GceEndpoint> here =
        Optional.of(GceEndpoint.of(GceEndpoints.COMPUTE, google.endpoint()));
    return new GceInventory(
        List.of("demo"),
        GceClients.of(new GceEndpoints(here, here)),
        GceCalls.hasty(3),
        () -> Instant.parse("2026-07-20T00:00:00Z"));
  }

  @BeforeEach
  void addMachines() {
    for (String id : IDS) {
      google.add(
          "demo",
          Instance.newBuilder()
              .setId(Long.parseLong(id))
              .setName("web-" + id)
              .setZone(ZONE)
              .setMachineType(ZONE + "/machineTypes/" + TYPE)
              .setStatus(id.equals(IDS.get(6)) ? "TERMINATED" : "RUNNING")
              .build());
    }
  }

  @AfterEach
  void close() {
    inventory.close();
    google.close();
  }

  @Override
  protected List<String> ids() {
    return IDS;
  }

  @Override
  protected Inventory inventory() {
    return inventory;
  }

  @Override
  protected void denyListing() {
    google.refuses("/instances", 99, 403, "forbidden", "Required permission");
  }
}
