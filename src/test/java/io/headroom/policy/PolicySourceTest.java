package io.headroom.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.document.DocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicySourceTest {

  private static final String SHIPPED =
      "(peak-plus-half, burstable-friendly, cautious, compute-optimizer, erpnext, frugal)";

  @TempDir private Path folder;

  @Test
  void findsShippedPoliciesByName() {
    assertThat(PolicySource.shippedNames()).startsWith("peak-plus-half").contains("erpnext");
    for (String name : PolicySource.shippedNames()) {
      assertThat(source().load(name).name()).isEqualTo(name);
    }
  }

  @Test
  void findsFilesRelativeToItsFolder() throws IOException {
    Files.createDirectory(folder.resolve("mine"));
    Files.writeString(folder.resolve("mine/web.yaml"), "kind: Policy\nname: web\n");

    assertThat(source().load("mine/web.yaml").name()).isEqualTo("web");
    assertThat(source().load(folder.resolve("mine/web.yaml").toString()).name()).isEqualTo("web");
  }

  @Test
  void shippedNameWinsOverAFileUnlessItIsAPath() throws IOException {
    Files.writeString(folder.resolve("frugal"), "kind: Policy\nname: my-own\n");

    assertThat(source().load("frugal").name()).isEqualTo("frugal");
    assertThat(source().load("./frugal").name()).isEqualTo("my-own");
  }

  @Test
  void listsTheShippedNamesAndTheNearest() {
    assertThatThrownBy(() -> source().load("peak-plus-haf"))
        .isInstanceOf(DocumentException.class)
        .hasMessage(
            "peak-plus-haf: Cannot find the policy: it is no file and no shipped policy "
                + SHIPPED
                + "; did you mean peak-plus-half");
    assertThatThrownBy(() -> source().load("somewhere/else.yaml"))
        .hasMessage(
            "somewhere/else.yaml: Cannot find the policy: it is no file and no shipped policy "
                + SHIPPED);
    assertThatThrownBy(() -> source().load("")).hasMessageContaining("Cannot find the policy");
    assertThatThrownBy(() -> source().load("nul\0byte"))
        .hasMessageContaining("Cannot find the policy");
  }

  @Test
  void refusesAFolder() throws IOException {
    Files.createDirectory(folder.resolve("mine"));

    assertThatThrownBy(() -> source().load("mine"))
        .hasMessage("mine: Cannot read the policy: it is a folder; name a file in it");
    assertThatThrownBy(() -> source().load(".")).hasMessageContaining("it is a folder");
  }

  @Test
  void refusesWhatIsNoPolicy() throws IOException {
    Files.writeString(folder.resolve("empty.yaml"), "");
    Files.writeString(folder.resolve("prose.yaml"), "Dear policy,\nbe good\n");
    Files.write(folder.resolve("image.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
    Files.writeString(folder.resolve("large.yaml"), "# ".repeat(200_000));

    assertThatThrownBy(() -> source().load("empty.yaml"))
        .hasMessage("empty.yaml: Cannot read it: the document is empty");
    assertThatThrownBy(() -> source().load("prose.yaml"))
        .hasMessage(
            "prose.yaml:1:1: Invalid the document: \"Dear policy, be good\"; expected a mapping");
    assertThatThrownBy(() -> source().load("image.png"))
        .hasMessage("image.png: Cannot read it: it is not UTF-8 text; save it as UTF-8");
    assertThatThrownBy(() -> source().load("large.yaml"))
        .hasMessage("large.yaml: Cannot read it: it has more than 256 KiB; split it");
  }

  private PolicySource source() {
    return new PolicySource(folder);
  }
}
