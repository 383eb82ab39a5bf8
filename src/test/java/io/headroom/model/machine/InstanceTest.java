package io.headroom.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.unit.TimeRange;
import io.headroom.testing.Machines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstanceTest {

  private static final Instant NOON = Instant.parse("2026-07-20T12:00:00Z");

  private static TimeRange hourFrom(int hours) {
    return TimeRange.startingAt(NOON.plus(Duration.ofHours(hours)), Duration.ofHours(1));
  }

  @Test
  void whatIsNotSetIsUnknown() {
    Instance instance = Machines.ec2("m5.large").build();
    assertThat(instance.provider()).isEqualTo(Provider.AWS);
    assertThat(instance.state()).isEqualTo(InstanceState.RUNNING);
    assertThat(instance.name()).isEmpty();
    assertThat(instance.stopped()).isEmpty();
    assertThat(instance.launched()).isEmpty();
    assertThat(instance.lifecycle()).isEmpty();
    assertThat(instance.creditMode()).isEmpty();
    assertThat(instance.platform()).isEmpty();
    assertThat(instance.manager()).isEmpty();
    assertThat(instance.samplingPeriod()).isEmpty();
    assertThat(instance.memoryMeasure()).isEmpty();
    assertThat(instance.hardware()).isEqualTo(HardwareFacts.UNKNOWN);
    assertThat(instance.host()).isEqualTo(HostProfile.UNKNOWN);
  }

  @Test
  void keepsWhatIsSet() {
    Manager group = new Manager(Manager.Kind.AUTO_SCALING_GROUP, "web");
    Instance instance =
        Machines.ec2("t3.medium")
            .name("web-1")
            .tags(Map.of("team", "shop", "env", "prod"))
            .state(InstanceState.STOPPED)
            .stopped(List.of(hourFrom(5), hourFrom(0)))
            .launched(NOON)
            .lifecycle(Lifecycle.SPOT)
            .creditMode(CreditMode.STANDARD)
            .platform(Platform.WINDOWS)
            .manager(group)
            .samplingPeriod(Duration.ofMinutes(1))
            .memoryMeasure(MemoryMeasure.AGENT_USED)
            .hardware(HardwareFacts.UNKNOWN)
            .host(HostProfile.UNKNOWN)
            .build();
    assertThat(instance.name()).isEqualTo("web-1");
    assertThat(instance.tags().keySet()).containsExactly("env", "team");
    assertThat(instance.state()).isEqualTo(InstanceState.STOPPED);
    assertThat(instance.stopped()).containsExactly(hourFrom(0), hourFrom(5));
    assertThat(instance.launched()).contains(NOON);
    assertThat(instance.lifecycle()).contains(Lifecycle.SPOT);
    assertThat(instance.creditMode()).contains(CreditMode.STANDARD);
    assertThat(instance.platform()).contains(Platform.WINDOWS);
    assertThat(instance.manager()).contains(group);
    assertThat(instance.samplingPeriod()).contains(Duration.ofMinutes(1));
    assertThat(instance.memoryMeasure()).contains(MemoryMeasure.AGENT_USED);
  }

  @Test
  void refusesAnEmptyId() {
    InstanceBuilder builder =
        Instance.builder(
            " ",
            new Placement(Provider.AWS, "123456789012", "us-east-1", Optional.empty()),
            TypeHistory.assumed("m5.large"));
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid instance id: it is empty");
  }

  @Test
  void refusesStoppedTimesThatOverlap() {
    TimeRange longer = new TimeRange(NOON, NOON.plusSeconds(3601));
    InstanceBuilder builder = Machines.ec2("m5.large").stopped(List.of(hourFrom(1), longer));
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid stopped times of i-0123456789abcdef0: they overlap at 2026-07-20T13:00:00Z");
    assertThat(
            Machines.ec2("m5.large").stopped(List.of(hourFrom(0), hourFrom(1))).build().stopped())
        .hasSize(2);
  }

  @Test
  void aLocalDiskIsKnownOnlyWhereDisksAre() {
    assertThat(HardwareFacts.UNKNOWN.hasLocalDisk()).isFalse();
    assertThat(Machines.disks(new AttachedDisk("gp3", /* local= */ false)).hasLocalDisk())
        .isFalse();
    assertThat(
            Machines.disks(
                    new AttachedDisk("gp3", /* local= */ false),
                    new AttachedDisk("nvme", /* local= */ true))
                .hasLocalDisk())
        .isTrue();
  }

  @Test
  void isCalledByItsNameElseByItsId() {
    assertThat(Machines.ec2("m5.large").name("web-1").build().label()).isEqualTo("web-1");
    assertThat(Machines.ec2("m5.large").name(" ").build().label()).isEqualTo("i-0123456789abcdef0");
  }
}
