package io.headroom.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.testing.CommandRun;
import io.headroom.testing.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modules for rights grant what the code asks for, and no more. */
class ReaderRightsTest {

  /** Most characters of a managed policy, blanks left out. Source: IAM and STS quotas. */
  private static final int LONGEST_POLICY = 6144;

  private static Path file(String module) {
    return Path.of("terraform", "modules", module, "reader.json");
  }

  @ParameterizedTest
  @CsvSource({"aws, headroom-iam-aws", "gce, headroom-iam-gcp"})
  void theModuleGrantsWhatTheCommandPrints(String cloud, String module) throws IOException {
    CommandRun run =
        CommandRun.asking(new KnownClouds(InstantSource.system()), "iam", cloud, "--reader");
    if (GoldenFile.isWritten()) {
      Files.writeString(file(module), run.out());
    }

    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(file(module))).isEqualTo(run.out());
  }

  @Test
  void thePolicyIsLeastPrivilege() throws IOException {
    JsonNode policy = new ObjectMapper().readTree(file("headroom-iam-aws").toFile());

    assertThat(policy.fieldNames()).toIterable().containsExactly("Version", "Statement");
    assertThat(policy.path("Version").asText()).isEqualTo("2012-10-17");
    assertThat(policy.toString()).hasSizeLessThan(LONGEST_POLICY);
    List<String> actions = new ArrayList<>();
    for (JsonNode statement : policy.path("Statement")) {
      assertThat(statement.properties())
          .extracting(Map.Entry::getKey)
          .containsExactly("Sid", "Effect", "Action", "Resource");
      assertThat(statement.path("Sid").asText()).matches("[A-Za-z0-9]+");
      assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
      statement.path("Action").forEach(action -> actions.add(action.asText()));
    }
    assertThat(actions)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(action -> action.matches("[a-z0-9]+:(Describe|List|Get)[A-Za-z]+"));
  }

  @Test
  void theRoleOnlyReads() throws IOException {
    JsonNode role = new ObjectMapper().readTree(file("headroom-iam-gcp").toFile());
    List<String> permissions = new ArrayList<>();
    role.path("includedPermissions").forEach(one -> permissions.add(one.asText()));

    assertThat(new HashSet<>(permissions)).hasSameSizeAs(permissions);
    assertThat(permissions)
        .isNotEmpty()
        .allMatch(one -> one.matches("[a-z]+\\.[A-Za-z]+\\.(get|list|use)"))
        .filteredOn(one -> one.endsWith(".use"))
        .containsExactly("serviceusage.services.use");
  }
}
