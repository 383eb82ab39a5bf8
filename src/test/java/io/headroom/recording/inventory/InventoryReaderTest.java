package io.headroom.recording.inventory;

import static io.headroom.testing.RecordingFiles.inventoryOf;
import static io.headroom.testing.RecordingFiles.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.BootMode;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Manager;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.PublicAddress;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.machine.Virtualization;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import io.headroom.recording.problem.RecordingException;
import io.headroom.recording.problem.RecordingProblem;
import io.headroom.testing.RecordingFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InventoryReaderTest {

  @TempDir private Path directory;

  @Test
  void readsEveryFact() {
    Inventory inventory =
        read(
            inventoryOf(
                """
                {
                  "id": "i-1", "name": "erp", "provider": "gce", "account": "acme-prod",
                  "region": "europe-west1", "zone": "europe-west1-b", "instance_type": "n2-standard-4",
                  "type_history": [
                    {"from": "2026-06-01T00:00:00Z", "instance_type": "n2-standard-8"},
                    {"from": "2026-07-01T00:00:00Z", "instance_type": "n2-standard-4",
                     "made_by_headroom": true}
                  ],
                  "state": "stopped",
                  "stopped": [{"from": "2026-07-10T00:00:00Z", "until": "2026-07-11T00:00:00Z"}],
                  "launched_at": "2026-05-01T08:00:00Z", "lifecycle": "spot",
                  "credit_mode": "unlimited", "platform": "windows", "architecture": "x86_64",
                  "virtualization": "hvm", "ena": true, "boot_mode": "uefi",
                  "disks": [{"kind": "pd-balanced", "local": false}, {"kind": "nvme", "local": true}],
                  "network_interfaces": 2, "public_address": "static",
                  "min_cpu_platform": "Intel Ice Lake",
                  "managed_by": {"kind": "managed_instance_group", "name": "web"},
                  "tags": {"env": "prod", "": ""},
                  "sampling_seconds": 60, "memory_measure": "agent_used",
                  "host_profile": {
                    "recipe": "frappe-bench",
                    "workers": {
                      "web": {"count": 9, "per_worker_mib": 180.5, "per_worker_low_mib": 120,
                              "threads": 4, "peak_busy": 7,
                              "history": [{"from": "2026-06-01T00:00:00Z", "count": 5}]},
                      "background": {"count": 2, "per_worker_mib": 80, "per_worker_low_mib": 60.25,
                                     "threads": 1, "peak_busy": 0,
                                     "history": [{"from": "2026-06-01T00:00:00Z", "count": 1}]}
                    },
                    "co_resident_vcpus": 0.5,
                    "services": ["redis", "mariadb"],
                    "pools": [{"service": "mariadb", "configured_mib": 4096, "used_mib": 3800,
                               "kind": "buffer_pool"}]
                  }
                }\
                """));

    assertThat(inventory.problems().isEmpty()).isTrue();
    assertThat(inventory.notices()).isEmpty();
    assertThat(inventory.recordedUntil()).isEqualTo("2026-08-03T00:00:00Z");
    assertThat(inventory.instances()).containsExactly(everyFact());
  }

  static Instance everyFact() {
    Instant june = Instant.parse("2026-06-01T00:00:00Z");
    Instant july = Instant.parse("2026-07-01T00:00:00Z");
    TypeHistory types =
        new TypeHistory(
            "n2-standard-4",
            List.of(
                new TypeChange(june, "n2-standard-8", /* madeByHeadroom= */ false),
                new TypeChange(july, "n2-standard-4", /* madeByHeadroom= */ true)));
    WorkerPool web =
        new WorkerPool(
            9,
            Optional.of(new Mebibytes(180.5)),
            Optional.of(new Mebibytes(120)),
            OptionalInt.of(4),
            OptionalInt.of(7),
            List.of(new WorkerPool.CountChange(june, 5)));
    WorkerPool background =
        new WorkerPool(
            2,
            Optional.of(new Mebibytes(80)),
            Optional.of(new Mebibytes(60.25)),
            OptionalInt.of(1),
            OptionalInt.of(0),
            List.of(new WorkerPool.CountChange(june, 1)));
    MemoryPool pool =
        new MemoryPool(
            "mariadb",
            new Mebibytes(4096),
            Optional.of(new Mebibytes(3800)),
            MemoryPool.Kind.BUFFER_POOL);
    return Instance.builder(
            "i-1",
            new Placement(Provider.GCE, "acme-prod", "europe-west1", Optional.of("europe-west1-b")),
            types)
        .name("erp")
        .tags(Map.of("env", "prod", "", ""))
        .state(InstanceState.STOPPED)
        .stopped(
            List.of(
                TimeRange.startingAt(Instant.parse("2026-07-10T00:00:00Z"), Duration.ofDays(1))))
        .launched(Instant.parse("2026-05-01T08:00:00Z"))
        .lifecycle(Lifecycle.SPOT)
        .creditMode(CreditMode.UNLIMITED)
        .platform(Platform.WINDOWS)
        .manager(new Manager(Manager.Kind.MANAGED_INSTANCE_GROUP, "web"))
        .samplingPeriod(Duration.ofMinutes(1))
        .memoryMeasure(MemoryMeasure.AGENT_USED)
        .hardware(
            new HardwareFacts(
                Optional.of(Architecture.X86_64),
                Optional.of(Virtualization.HVM),
                Optional.of(true),
                Optional.of(BootMode.UEFI),
                Optional.of(
                    List.of(
                        new AttachedDisk("pd-balanced", /* local= */ false),
                        new AttachedDisk("nvme", /* local= */ true))),
                OptionalInt.of(2),
                Optional.of(PublicAddress.STATIC),
                Optional.of("Intel Ice Lake")))
        .host(
            new HostProfile(
                Optional.of("frappe-bench"),
                Optional.of(web),
                Optional.of(background),
                Optional.of(new VCpus(0.5)),
                new TreeSet<>(List.of("mariadb", "redis")),
                List.of(pool)))
        .build();
  }

  @Test
  void takesWhatIsAbsentOrNullForUnknown() {
    Inventory inventory =
        read(inventoryOf(machine("i-1", ", \"zone\": null, \"host_profile\": null, \"tags\": {}")));

    assertThat(inventory.problems().isEmpty()).isTrue();
    assertThat(inventory.instances())
        .containsExactly(
            Instance.builder(
                    "i-1",
                    new Placement(Provider.AWS, "", "us-east-1", Optional.empty()),
                    TypeHistory.assumed("m5.large"))
                .build());
  }

  @Test
  void tellsNoDisksFromUnknownDisks() {
    Inventory inventory = read(inventoryOf(machine("i-1", ", \"disks\": []"), machine("i-2")));

    assertThat(inventory.instances())
        .extracting(instance -> instance.hardware().disks())
        .containsExactly(Optional.of(List.of()), Optional.empty());
  }

  @Test
  void sortsById() {
    assertThat(read(inventoryOf(machine("b"), machine("c"), machine("a"))).instances())
        .extracting(Instance::id)
        .containsExactly("a", "b", "c");
  }

  @Test
  void readsThePropertiesInAnyOrder() {
    String text =
        """
        {"instances": [MACHINE], "recorded_until": "2026-08-03T00:00:00Z",
         "kind": "Inventory", "api_version": "headroom/v1"}
        """
            .replace("MACHINE", machine("i-1"));

    assertThat(read("\uFEFF" + text).instances()).hasSize(1);
  }

  @Test
  void tellsOncePerNameOfPropertiesThatItDoesNotKnow() {
    Inventory inventory =
        read(
            inventoryOf(
                    machine("i-1", ", \"memory_mesure\": \"agent_used\""),
                    machine("i-2", ", \"memory_mesure\": \"agent_used\""),
                    machine(
                        "i-3",
                        ", \"host_profile\": {\"workers\": {\"web\": {\"count\": 1, \"treads\": 2}}}"))
                .replace("\"kind\"", "\"color\": \"red\", \"kind\""));

    assertThat(inventory.instances()).hasSize(3);
    assertThat(inventory.problems().isEmpty()).isTrue();
    assertThat(inventory.notices())
        .containsExactly(
            "Property memory_mesure in inventory.json line 6 is not known and ignored, here and"
                + " below; did you mean memory_measure?",
            "Property host_profile.workers.web.treads in inventory.json line 8 is not known and"
                + " ignored, here and below; did you mean threads?",
            "Property color in inventory.json line 3 is not known and ignored, here and below");
  }

  @Test
  void tellsOfTwentyUnknownPropertiesAtMost() {
    String[] machines =
        IntStream.range(0, 30)
            .mapToObj(i -> machine("i-" + i, ", \"p" + i + "\": 1"))
            .toArray(String[]::new);

    assertThat(read(inventoryOf(machines)).notices())
        .hasSize(21)
        .last()
        .isEqualTo("More properties in inventory.json are not known and ignored");
  }

  static Stream<Arguments> badMachines() {
    return Stream.of(
        arguments("{}", "id", "nothing; expected text that is not blank; instance 2 of the list"),
        arguments(
            "{\"id\": 7}", "id", "7; expected text that is not blank; instance 2 of the list"),
        arguments(
            "{\"id\": \" \"}",
            "id",
            "\" \"; expected text that is not blank; instance 2 of the list"),
        arguments("\"i-9\"", "instance", "\"i-9\"; expected an object; instance 2 of the list"),
        arguments("[1, 2]", "instance", "a list; expected an object; instance 2 of the list"),
        arguments("{\"id\": \"i-9\"}", "provider", "nothing; expected aws or gce; i-9"),
        arguments(
            "{\"id\": \"i-9\", \"provider\": \"azure\"}",
            "provider",
            "\"azure\"; expected aws or gce; i-9"),
        arguments(
            "{\"id\": \"i-9\", \"provider\": \"aws\"}",
            "region",
            "nothing; expected text that is not blank; i-9"),
        arguments(
            "{\"id\": \"i-9\", \"provider\": \"aws\", \"region\": \"r\"}",
            "instance_type",
            "nothing; expected text that is not blank; i-9"),
        bad(
            "\"state\": \"asleep\"",
            "state",
            "\"asleep\"; expected running, stopped, suspended or changing"),
        bad("\"ena\": \"yes\"", "ena", "\"yes\"; expected true or false"),
        bad("\"tags\": [\"a\"]", "tags", "a list; expected an object of texts"),
        bad("\"tags\": {\"a\": 1}", "tags.a", "1; expected text"),
        bad(
            "\"sampling_seconds\": 0",
            "sampling_seconds",
            "0; expected a whole number, 1 to 86400"),
        bad(
            "\"sampling_seconds\": 1.5",
            "sampling_seconds",
            "1.5; expected a whole number, 1 to 86400"),
        bad(
            "\"sampling_seconds\": \"60\"",
            "sampling_seconds",
            "\"60\"; expected a whole number, 1 to 86400"),
        bad(
            "\"sampling_seconds\": 99999999999",
            "sampling_seconds",
            "99999999999; expected a whole number, 1 to 86400"),
        bad(
            "\"launched_at\": \"monday\"",
            "launched_at",
            "\"monday\"; expected a time such as 2026-08-03T00:00:00Z"),
        bad("\"stopped\": {}", "stopped", "an object; expected a list"),
        bad(
            "\"stopped\": [{\"from\": \"2026-07-10T00:00:00Z\"}]",
            "stopped.until",
            "nothing; expected a time such as 2026-08-03T00:00:00Z"),
        bad("\"disks\": [{\"kind\": \"gp3\"}]", "disks.local", "nothing; expected true or false"),
        bad(
            "\"managed_by\": {\"kind\": \"asg\"}",
            "managed_by.kind",
            "\"asg\"; expected auto_scaling_group, managed_instance_group, kubernetes or service"),
        bad(
            "\"host_profile\": {\"co_resident_vcpus\": -1}",
            "host_profile.co_resident_vcpus",
            "-1; expected a number of 0 or more"),
        bad(
            "\"host_profile\": {\"co_resident_vcpus\": 1e999}",
            "host_profile.co_resident_vcpus",
            "1e999; expected a number of 0 or more"),
        bad(
            "\"host_profile\": {\"workers\": {\"web\": {}}}",
            "host_profile.workers.web.count",
            "nothing; expected a whole number of 0 or more"),
        bad(
            "\"host_profile\": {\"workers\": {\"web\": {\"count\": 1, \"threads\": 0}}}",
            "host_profile.workers.web.threads",
            "0; expected a whole number of 1 or more"),
        bad(
            "\"host_profile\": {\"services\": [\"\"]}",
            "host_profile.services",
            "\"\"; expected text that is not blank"),
        bad("\"name\": \"a\", \"name\": \"b\"", "name", "it comes twice; expected it once"),
        bad("\"tags\": {\"a\": \"1\", \"a\": \"2\"}", "tags.a", "it comes twice; expected it once"),
        bad(
            "\"host_profile\": {\"recipe\": \"x\", \"recipe\": \"x\"}",
            "host_profile.recipe",
            "it comes twice; expected it once"));
  }

  private static Arguments bad(String property, String field, String detail) {
    return arguments(machine("i-9", ", " + property), field, detail + "; i-9");
  }

  @ParameterizedTest
  @MethodSource("badMachines")
  void aBadMachineIsLeftOutAndNamed(String machine, String field, String detail) {
    Inventory inventory = read(inventoryOf(machine("i-1"), machine, machine("i-2")));

    assertThat(inventory.instances()).extracting(Instance::id).containsExactly("i-1", "i-2");
    assertThat(inventory.problems().inOrder())
        .containsExactly(
            new RecordingProblem(
                "inventory.json",
                OptionalLong.of(7),
                detail.endsWith("i-9") ? Optional.of("i-9") : Optional.empty(),
                Optional.of(field),
                "Invalid " + field + " in inventory.json line 7: " + detail + " is left out"));
    assertThat(inventory.leftOut())
        .containsExactlyElementsOf(detail.endsWith("i-9") ? List.of("i-9") : List.of());
  }

  @Test
  void namesTheLineOfTheProperty() {
    Inventory inventory =
        read(inventoryOf(machine("i-1", ",\n\"tags\": {\n\"a\": \"b\",\n\"c\": false}")));

    assertThat(messages(inventory))
        .containsExactly(
            "Invalid tags.c in inventory.json line 9: false; expected text; i-1 is left out");
  }

  @Test
  void leavesOutAMachineThatContradictsItself() {
    String history =
        ", \"type_history\": [{\"from\": \"2026-07-01T00:00:00Z\", \"instance_type\": \"TYPE\"}]";
    Inventory inventory =
        read(
            inventoryOf(
                machine("i-1", history.replace("TYPE", "m5.\\u001b[2J")),
                machine("i-2", history.replace("TYPE", "m5.large"))));

    assertThat(messages(inventory))
        .containsExactly(
            "Cannot use i-1 in inventory.json line 6: Invalid type history: it ends with"
                + " m5.\\u001B[2J; expected the present type m5.large; it is left out");
    assertThat(inventory.leftOut()).containsExactly("i-1");
  }

  @Test
  void leavesOutTheSecondMachineOfAnId() {
    Inventory inventory =
        read(inventoryOf(machine("i-1", ", \"name\": \"first\""), machine("i-2"), machine("i-1")));

    assertThat(messages(inventory))
        .containsExactly(
            "Cannot use i-1 in inventory.json line 8: another instance above has the same id;"
                + " expected ids that differ; it is left out");
    assertThat(inventory.instances()).extracting(Instance::name).containsExactly("first", "");
    assertThat(inventory.leftOut()).isEmpty();
  }

  @Test
  void namesAnInventoryWithoutMachines() {
    Inventory inventory = read(inventoryOf());

    assertThat(messages(inventory))
        .containsExactly(
            "Cannot find a machine in inventory.json: instances is empty; expected an entry for"
                + " every machine");
  }

  static Stream<Arguments> noInventories() {
    String good = inventoryOf();
    return Stream.of(
        arguments("", "Invalid document in line 1: no object; expected an inventory in JSON"),
        arguments("[]", "Invalid document in line 1: no object; expected an inventory in JSON"),
        arguments(
            "hello",
            "line 1 is not JSON (Unrecognized token 'hello': was expecting (JSON String, Number,"
                + " Array, Object or token 'null', 'true' or 'false'))"),
        arguments(
            good + "{}",
            "Invalid document in line 9: something after the inventory; expected nothing after it"),
        arguments(
            good.replace("headroom/v1", "headroom/v2"),
            "Invalid api_version in line 2: \"headroom/v2\"; expected headroom/v1"),
        arguments(
            good.replace("Inventory", "Policy"),
            "Invalid kind in line 3: \"Policy\"; expected Inventory"),
        arguments(
            good.replace("2026-08-03T00:00:00Z", "today"),
            "Invalid recorded_until in line 4: \"today\"; expected a time such as"
                + " 2026-08-03T00:00:00Z"),
        arguments(
            "{\"api_version\": \"headroom/v1\", \"kind\": \"Inventory\"}",
            "Invalid instances in line 1: nothing; expected a list of instances"),
        arguments(
            "{\"api_version\": \"headroom/v1\", \"kind\": \"Inventory\", \"instances\": {}}",
            "Invalid instances in line 1: an object; expected a list of instances"),
        arguments(
            "{\"api_version\": \"headroom/v1\", \"kind\": \"Inventory\", \"instances\": []}",
            "Invalid recorded_until in line 1: nothing; expected a time such as"
                + " 2026-08-03T00:00:00Z"),
        arguments(
            good.replace("\"kind\"", "\"kind\": \"Inventory\",\n\"kind\""),
            "Invalid kind in line 4: it comes twice; expected it once"));
  }

  @ParameterizedTest
  @MethodSource("noInventories")
  void refusesAFileThatIsNoInventory(String text, String reason) {
    Path file = directory.resolve("inventory.json");
    RecordingFiles.write(file, text);

    assertThatThrownBy(() -> InventoryReader.read(directory))
        .isInstanceOf(RecordingException.class)
        .hasMessage("Cannot read " + file + ": " + reason);
  }

  @Test
  void refusesAFileThatBreaksOff() {
    Path file = directory.resolve("inventory.json");
    String whole = inventoryOf(machine("i-1"));
    RecordingFiles.write(file, whole.substring(0, whole.length() - 4));

    assertThatThrownBy(() -> InventoryReader.read(directory))
        .isInstanceOf(RecordingException.class)
        .hasMessageStartingWith(
            "Cannot read "
                + file
                + ": line 7 is not JSON (Unexpected end-of-input: expected close");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Path missing = directory.resolve("missing");

    assertThatThrownBy(() -> InventoryReader.read(missing))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "Cannot read recording "
                + missing
                + ": there is no such folder; expected one with inventory.json and"
                + " samples.csv.gz");
  }

  @Test
  void refusesAFolderWithoutAnInventory() {
    assertThatThrownBy(() -> InventoryReader.read(directory))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "Cannot read recording "
                + directory
                + ": it has no inventory.json; expected a folder with inventory.json and"
                + " samples.csv.gz");
  }

  private Inventory read(String text) {
    RecordingFiles.write(directory.resolve("inventory.json"), text);
    return InventoryReader.read(directory);
  }

  private static List<String> messages(Inventory inventory) {
    return inventory.problems().inOrder().stream().map(RecordingProblem::message).toList();
  }
}
