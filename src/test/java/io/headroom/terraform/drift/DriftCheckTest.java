package io.headroom.terraform.drift;

import static io.headroom.testing.States.ec2;
import static io.headroom.testing.States.resource;
import static io.headroom.testing.States.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.terraform.proposal.KeyRule;
import io.headroom.terraform.state.StateReader;
import io.headroom.terraform.state.TerraformState;
import io.headroom.terraform.variables.Size;
import io.headroom.terraform.variables.SizedInstance;
import io.headroom.terraform.variables.VariableName;
import io.headroom.terraform.variables.Variables;
import io.headroom.testing.RecordingFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftCheckTest {

  @TempDir private Path folder;

  private static Variables file(String type) {
    TreeMap<String, SizedInstance> instances = new TreeMap<>();
    instances.put("web", new SizedInstance(Provider.AWS, Size.of(type), ""));
    return Variables.none(VariableName.INSTANCES).with(instances);
  }

  private TerraformState known(String... resources) {
    Path path = folder.resolve("state.json");
    RecordingFiles.write(path, state(resources));
    return StateReader.read(path);
  }

  private static Instance cloud(String id, String type) {
    return Instance.builder(
            id,
            new Placement(Provider.AWS, "1", "us-east-1", Optional.empty()),
            TypeHistory.assumed(type))
        .name("web")
        .build();
  }

  private DriftReport compare(String file, String state, String cloud) {
    TerraformState known = known(ec2("aws_instance.a[\"web\"]", "i-1", state));
    return DriftCheck.compare(
        file(file), Optional.of(known), List.of(cloud("i-1", cloud)), KeyRule.state(known));
  }

  @Test
  void saysNothingIfAllAgree() {
    DriftReport report = compare("m5.large", "m5.large", "m5.large");

    assertThat(report.differences()).isEmpty();
    assertThat(report.compared()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "m6a.large, m5.large, m5.large, FILE, the file differs from state and cloud",
    "m6a.large, m5.large, m6a.large, STATE, the state differs from file and cloud: it is stale",
    "m5.large, m5.large, m6a.large, CLOUD, changed outside of Terraform",
  })
  void saysWhoDiffersFromTheOthers(
      String file, String state, String cloud, Place odd, String words) {
    Difference difference = compare(file, state, cloud).differences().get(0);

    assertThat(difference.odd()).contains(odd);
    assertThat(Conclusion.of(difference)).contains(words);
  }

  @Test
  void saysThatAllThreeDiffer() {
    Difference difference = compare("m5.large", "m6a.large", "m7i.large").differences().get(0);

    assertThat(difference.odd()).isEmpty();
    assertThat(Conclusion.of(difference)).startsWith("all three differ");
  }

  @Test
  void withoutAStateNobodyKnowsWhoMoved() {
    DriftReport report =
        DriftCheck.compare(
            file("m5.large"), Optional.empty(), List.of(cloud("i-1", "m6a.large")), KeyRule.name());

    assertThat(Conclusion.of(report.differences().get(0)))
        .isEqualTo("the file and the cloud differ");
  }

  @Test
  void namesWhereAMachineIsMissing() {
    TerraformState known = known(ec2("aws_instance.a[\"web\"]", "i-1", "m5.large"));

    DriftReport gone =
        DriftCheck.compare(file("m5.large"), Optional.of(known), List.of(), KeyRule.state(known));
    DriftReport unsaid =
        DriftCheck.compare(
            Variables.none(VariableName.INSTANCES),
            Optional.of(known),
            List.of(cloud("i-1", "m5.large")),
            KeyRule.state(known));
    DriftReport unmanaged =
        DriftCheck.compare(
            file("m5.large"),
            Optional.of(known()),
            List.of(cloud("i-1", "m5.large")),
            KeyRule.name());

    assertThat(Conclusion.of(gone.differences().get(0))).startsWith("not in the cloud");
    assertThat(Conclusion.of(unsaid.differences().get(0))).startsWith("not in the file");
    assertThat(Conclusion.of(unmanaged.differences().get(0))).startsWith("not in the state");
  }

  @Test
  void comparesWorkersWhereATagCarriesThem() {
    TreeMap<String, SizedInstance> instances = new TreeMap<>();
    Size nine = new Size("m5.large", OptionalInt.of(9), OptionalInt.empty(), Optional.empty());
    instances.put("web", new SizedInstance(Provider.AWS, nine, ""));
    TerraformState known =
        known(
            resource(
                "managed",
                "aws_instance",
                "aws_instance.a[\"web\"]",
                "\"id\": \"i-1\", \"instance_type\": \"m5.large\","
                    + " \"tags\": {\"headroom:workers\": \"5\"}"));
    Instance untagged = cloud("i-1", "m5.large");

    DriftReport report =
        DriftCheck.compare(
            Variables.none(VariableName.INSTANCES).with(instances),
            Optional.of(known),
            List.of(untagged),
            KeyRule.state(known));

    Difference difference = report.differences().get(0);
    assertThat(difference.facet()).isEqualTo(Facet.WORKERS);
    assertThat(difference.of(Place.FILE)).contains("9");
    assertThat(difference.of(Place.STATE)).contains("5");
    assertThat(difference.of(Place.CLOUD)).isEmpty();
    assertThat(Conclusion.of(difference)).isEqualTo("the file and the state differ");
  }

  @Test
  void leavesMachinesOfOthersOut() {
    TerraformState known = known(ec2("aws_instance.a[\"web\"]", "i-1", "m5.large"));

    DriftReport report =
        DriftCheck.compare(
            file("m5.large"),
            Optional.of(known),
            List.of(cloud("i-1", "m5.large"), cloud("i-2", "r5.large")),
            KeyRule.state(known));

    assertThat(report.differences()).isEmpty();
  }
}
