package io.headroom.cloud.aws.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.executor.channel.HostAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SsmDocumentTest {

  private static final Path SHIPPED = Path.of("terraform/aws/headroom-host.ssm.json");

  @Test
  void theShippedDocumentIsMadeOfTheTableOfActions() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(Path.of("terraform/aws"));
      Files.writeString(SHIPPED, SsmDocument.json());
    }

    assertThat(SHIPPED).content().isEqualTo(SsmDocument.json());
  }

  @Test
  void everyParameterIsHeldToAPattern() throws IOException {
    JsonNode document = new ObjectMapper().readTree(SsmDocument.json());

    for (Map.Entry<String, JsonNode> parameter : document.path("parameters").properties()) {
      JsonNode rules = parameter.getValue();
      assertThat(rules.has("allowedPattern") || rules.has("allowedValues"))
          .as(parameter.getKey())
          .isTrue();
      if (rules.has("allowedPattern")) {
        for (String hostile :
            new String[] {"'", "a'b", "$(id)", "a\nb", "a b", "{{ user }}", "`"}) {
          assertThat(hostile.matches(rules.path("allowedPattern").asText()))
              .as(parameter.getKey() + " " + hostile)
              .isFalse();
        }
      }
    }
  }

  @Test
  void isSmallEnoughForTheService() {
    // Systems Manager takes documents of 64 KB
    assertThat(SsmDocument.json().length()).isLessThan(64 * 1024);
  }

  @ParameterizedTest
  @EnumSource(HostAction.class)
  void noActionTakesTwoValuesOfOneKind(HostAction action) {
    assertThat(action.slots()).doesNotHaveDuplicates();
  }
}
