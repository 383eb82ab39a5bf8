package io.headroom.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Inventory} does. The fleet under test has the machines {@link #MACHINES} in one
 * scope, the last of them stopped, and one more that is gone. A provider with ids of another form
 * has its own.
 */
public abstract class InventoryContract {

  /** Ids of the machines, more than a page of them. */
  protected static final List<String> MACHINES =
      List.of("i-0a", "i-0b", "i-0c", "i-0d", "i-0e", "i-0f", "i-10");

  /** Instance type of all of them. */
  protected static final String TYPE = "m5.large";

  /** Returns the ids of the machines, the last one that of the stopped machine. */
  protected List<String> ids() {
    return MACHINES;
  }

  /** Returns the inventory under test. */
  protected abstract Inventory inventory();

  /** Makes listing machines be denied. */
  protected abstract void denyListing();

  @Test
  void knowsItsScopesWithoutACall() {
    denyListing();

    assertThat(inventory().scopes()).hasSize(1);
  }

  @Test
  void handsOverEveryMachineThatIsThereOnce() {
    List<Instance> machines = read();

    assertThat(machines).extracting(Instance::id).containsExactlyInAnyOrderElementsOf(ids());
  }

  @Test
  void saysWhereAMachineIsAndWhatItIs() {
    Scope scope = inventory().scopes().get(0);

    assertThat(read())
        .allSatisfy(
            machine -> {
              assertThat(machine.provider()).isEqualTo(scope.provider());
              assertThat(machine.placement().account()).isNotBlank();
              assertThat(machine.placement().region()).isNotBlank();
              assertThat(machine.type().present()).isEqualTo(TYPE);
            });
  }

  @Test
  void tellsStoppedMachinesFromRunningOnes() {
    String last = ids().get(ids().size() - 1);

    assertThat(read())
        .allSatisfy(
            machine ->
                assertThat(machine.state())
                    .isEqualTo(
                        machine.id().equals(last) ? InstanceState.STOPPED : InstanceState.RUNNING));
  }

  @Test
  void saysThatListingIsDenied() {
    denyListing();

    CloudException failure = catchThrowableOfType(CloudException.class, this::read);

    assertThat(failure.kind()).isEqualTo(FailureKind.DENIED);
    assertThat(failure).hasMessageContaining(inventory().scopes().get(0).toString());
  }

  private List<Instance> read() {
    List<Instance> machines = new ArrayList<>();
    Inventory inventory = inventory();
    inventory.read(
        inventory.scopes().get(0),
        new InventorySink() {
          @Override
          public void machine(Instance machine) {
            machines.add(machine);
          }

          @Override
          public void problem(CollectionProblem problem) {
            throw new AssertionError(problem.message());
          }
        });
    return machines;
  }
}
