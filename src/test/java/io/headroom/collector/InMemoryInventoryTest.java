package io.headroom.collector;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.testing.InMemoryCloud;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

class InMemoryInventoryTest extends InventoryContract {

  private static final Scope SCOPE = Scope.of(Provider.AWS, "111122223333", "us-east-1");

  private final InMemoryCloud cloud = new InMemoryCloud();

  @BeforeEach
  void addMachines() {
    for (String id : MACHINES) {
      cloud.add(
          SCOPE,
          Instance.builder(
                  id,
                  new Placement(Provider.AWS, "111122223333", "us-east-1", Optional.empty()),
                  TypeHistory.assumed(TYPE))
              .state(id.equals("i-10") ? InstanceState.STOPPED : InstanceState.RUNNING)
              .build());
    }
  }

  @Override
  protected Inventory inventory() {
    return cloud;
  }

  @Override
  protected void denyListing() {
    cloud.failListing(SCOPE);
  }
}
