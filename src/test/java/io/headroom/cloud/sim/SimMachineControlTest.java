package io.headroom.cloud.sim;

import io.headroom.executor.MachineControlContract;
import io.headroom.executor.machine.MachineControl;
import io.headroom.executor.machine.Sighting;
import io.headroom.executor.stage.Patience;
import io.headroom.model.resize.MachineRef;
import io.headroom.testing.Resizes;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** Both flavours of the simulated cloud keep what a cloud promises. */
class SimMachineControlTest {

  @Nested
  class LikeEc2 extends OfFlavour {
    LikeEc2() {
      super(Flavour.EC2_LIKE);
    }
  }

  @Nested
  class LikeGce extends OfFlavour {
    LikeGce() {
      super(Flavour.GCE_LIKE);
    }
  }

  abstract static class OfFlavour extends MachineControlContract {

    private final SimWorld world;
    private final MachineControl machines;
    private final MachineRef machine = Resizes.machine("i-1");

    OfFlavour(Flavour flavour) {
      world = new SimWorld(flavour, FaultPlan.NONE, Patience.DEFAULT);
      machines = world.control("test");
      world.cloud().add(machine, "big", Sighting.Ties.NONE);
    }

    @Override
    protected MachineControl machines() {
      return machines;
    }

    @Override
    protected MachineRef machine() {
      return machine;
    }

    @Override
    protected String anotherType() {
      return "small";
    }

    @Override
    protected void pass(Duration time) {
      world.time().after(time, () -> {});
      world.time().runUntil(world.time().instant().plus(time), () -> false);
    }
  }
}
