package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.testing.Hosts;
import io.headroom.testing.Machines;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseCautionTest {

  private static final String SHARED_MEMORY =
      "a database (mariadb), and \"used\" may exclude shared memory";

  private static InstanceBuilder machine() {
    return Machines.ec2("m5.large").memoryMeasure(MemoryMeasure.AGENT_USED);
  }

  private static Optional<String> refusal(InstanceBuilder machine) {
    return DatabaseCaution.refusal(machine.build());
  }

  private static HostProfile running(String service) {
    return Hosts.services(service);
  }

  @Test
  void aMachineThatIsNoDatabaseMayShrink() {
    assertThat(refusal(machine().name("web-1").tags(Map.of("role", "frontend")))).isEmpty();
  }

  @Test
  void aDatabaseShowsInServicesNameOrTags() {
    assertThat(refusal(machine().host(running("mariadb")))).contains(SHARED_MEMORY);
    assertThat(refusal(machine().name("shop-MariaDB-01"))).contains(SHARED_MEMORY);
    assertThat(refusal(machine().tags(Map.of("role", "mariadb")))).contains(SHARED_MEMORY);
  }

  @Test
  void onlyWholeWordsCount() {
    assertThat(refusal(machine().name("feedback-1"))).isEmpty();
    assertThat(refusal(machine().name("db1")))
        .contains("a database (db), and \"used\" may exclude shared memory");
  }

  @Test
  void keysOfTagsAreNoEvidence() {
    assertThat(refusal(machine().tags(Map.of("db", "none")))).isEmpty();
  }

  @Test
  void aMeasureThatLeavesNothingOutLetsDatabasesShrink() {
    assertThat(
            refusal(
                Machines.ec2("m5.large")
                    .name("mariadb")
                    .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)))
        .isEmpty();
    assertThat(
            refusal(
                Machines.ec2("m5.large")
                    .name("mariadb")
                    .memoryMeasure(MemoryMeasure.COMMITTED_BYTES)))
        .isEmpty();
  }

  @Test
  void anUnknownMeasureMayLeaveSharedMemoryOut() {
    assertThat(refusal(Machines.ec2("m5.large").name("mariadb"))).contains(SHARED_MEMORY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mongod", "elasticsearch", "clickhouse"})
  void databasesOfThePageCacheNeverShrinkOnUsedMemory(String service) {
    assertThat(
            refusal(
                Machines.ec2("m5.large")
                    .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                    .host(running(service))))
        .contains(service + " lives on page cache, and there is no cache-hit or disk-read metric");
  }
}
