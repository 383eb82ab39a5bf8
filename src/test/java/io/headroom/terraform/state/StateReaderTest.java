package io.headroom.terraform.state;

import static io.headroom.testing.States.child;
import static io.headroom.testing.States.ec2;
import static io.headroom.testing.States.resource;
import static io.headroom.testing.States.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.testing.RecordingFiles;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateReaderTest {

  @TempDir private Path folder;

  private TerraformState read(String text) {
    Path file = folder.resolve("state.json");
    RecordingFiles.write(file, text);
    return StateReader.read(file);
  }

  @Test
  void findsMachinesInModulesOfModules() {
    TerraformState state =
        read(
            state(
                ec2("aws_instance.db", "i-db", "r6a.large"),
                resource("managed", "aws_vpc", "aws_vpc.main", "\"id\": \"vpc-1\""),
                child(
                    ec2("module.a[0].aws_instance.web[\"x\"]", "i-x", "m5.large"),
                    child(ec2("module.a[0].module.b.aws_instance.y", "i-y", "t3.micro")))));

    assertThat(state.machines()).containsOnlyKeys("i-db", "i-x", "i-y");
    assertThat(state.machine("i-x").orElseThrow().key()).isEqualTo("x");
    assertThat(state.machine("i-y").orElseThrow().instanceType()).isEqualTo("t3.micro");
  }

  @Test
  void leavesOutWhatIsReadOnlyAndWhatIsReplaced() {
    String deposed =
        ec2("aws_instance.old", "i-old", "m5.large")
            .replace("\"schema_version\"", "\"deposed_key\": \"ab12\", \"schema_version\"");

    TerraformState state =
        read(state(deposed, resource("data", "aws_instance", "data.x", "\"id\": \"i-data\"")));

    assertThat(state.machines()).isEmpty();
  }

  @Test
  void readsGoogleMachinesByTheirNumber() {
    TerraformState state =
        read(
            state(
                resource(
                    "managed",
                    "google_compute_instance",
                    "google_compute_instance.vm[\"web\"]",
                    "\"id\": \"projects/p/zones/z/instances/web\", \"instance_id\": \"456\","
                        + " \"machine_type\": \"https://host/zones/z/machineTypes/e2-medium\","
                        + " \"metadata\": {\"headroom-workers\": \"9\"}")));

    ManagedMachine machine = state.machine("456").orElseThrow();
    assertThat(machine.instanceType()).isEqualTo("e2-medium");
    assertThat(machine.workers()).isEqualTo(OptionalInt.of(9));
  }

  @Test
  void keepsEveryAddressOfAMachine() {
    TerraformState state =
        read(
            state(
                ec2("aws_instance.b", "i-1", "m5.large"),
                ec2("aws_instance.a", "i-1", "m5.large")));

    assertThat(state.at("i-1"))
        .extracting(ManagedMachine::key)
        .containsExactly("aws_instance.a", "aws_instance.b");
    assertThat(state.at("i-2")).isEmpty();
  }

  @Test
  void anEmptyStateHasNoMachines() {
    assertThat(read("{\"format_version\": \"1.0\"}").machines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"version\": 4, \"serial\": 3, \"lineage\": \"x\"} | it is a file as Terraform stores it",
        "{\"format_version\": \"1.2\", \"planned_values\": {}} | it is a plan",
        "{\"format_version\": \"2.0\"} | its format_version is 2.0, known are 0 and 1",
        "{\"values\": {}} | it has no format_version",
        "[] | it is no object",
        "{\"format_version\": \"1.0\", | line 1 is not JSON",
        "{\"format_version\": \"1.0\", \"values\": {\"root_module\": {\"resources\": [1]}}}"
            + " | something other than objects",
      })
  void saysWhatAFileIsThatIsNoState(String text, String reason) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(StateException.class)
        .hasMessageStartingWith("Cannot read state " + folder.resolve("state.json") + ": ")
        .hasMessageContaining(reason)
        .hasMessageContaining("terraform show -json");
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThatThrownBy(() -> StateReader.read(folder.resolve("none.json")))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("there is no such file");
  }

  /** 5,000 machines: half in two levels of modules, a quarter counted, a quarter for each key. */
  @Test
  void maps5000MachinesInLessThanTwoSeconds() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 1250; i++) {
      parts.add(ec2("aws_instance.counted[" + i + "]", "i-counted-" + i, "m5.large"));
      parts.add(ec2("aws_instance.each[\"key-" + i + "\"]", "i-each-" + i, "m5.large"));
    }
    for (int module = 0; module < 50; module++) {
      String[] machines = new String[50];
      for (int i = 0; i < machines.length; i++) {
        String address = "module.a[\"" + module + "\"].module.b.aws_instance.this[\"" + i + "\"]";
        machines[i] = ec2(address, "i-" + module + "-" + i, "m5.large");
      }
      parts.add(child(child(machines)));
    }
    String text = state(parts.toArray(String[]::new));
    // time of this thread: how busy the machine is otherwise does not matter
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();

    TerraformState state = read(text);

    assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(2));
    assertThat(state.machines()).hasSize(5000);
    assertThat(state.machine("i-49-7").orElseThrow().key()).isEqualTo("7");
    assertThat(state.machine("i-counted-9").orElseThrow().key())
        .isEqualTo("aws_instance.counted[9]");
  }
}
