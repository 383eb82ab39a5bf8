package io.headroom.host.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.document.DocumentException;
import io.headroom.executor.probe.UnknownHostException;
import io.headroom.host.recipe.HostRecipe;
import io.headroom.host.recipe.MariaDbRecipe;
import io.headroom.host.recipe.ServiceRecipe;
import io.headroom.host.ssh.SshTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsFileTest {

  private static final String HEAD = "api_version: headroom/v1\nkind: Hosts\nhosts:\n";

  @TempDir Path folder;

  private HostsFile read(String hosts) throws IOException {
    return HostsFile.read(
        Files.writeString(folder.resolve("hosts.yaml"), HEAD + hosts), Path.of("/home/anna"));
  }

  @Test
  void readsTheExampleOfTheDocumentation() throws IOException {
    String page = Files.readString(Path.of("docs/host.md"));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    Path example =
        Files.writeString(
            folder.resolve("hosts.yaml"), page.substring(start, page.indexOf("```", start)));

    HostsFile hosts = HostsFile.read(example, Path.of("/home/anna"));

    assertThat(hosts.hosts()).containsOnlyKeys("erp-1", "shop", "i-0123456789abcdef0", "here");
    assertThat(hosts.require("erp-1").recipes().stream().map(HostRecipe::id))
        .containsExactly("frappe-bench", "mariadb", "redis");
  }

  @Test
  void fillsInWhatIsUsual() throws IOException {
    HostEntry host =
        read("""
                - machine: erp
                  channel: {ssh: {address: 10.0.0.5, user: frappe}}
                  recipes: [{recipe: mariadb}, {recipe: gunicorn-systemd, unit: app}]
                """)
            .require("erp");

    assertThat(host.channel())
        .isEqualTo(
            new ChannelEntry.Ssh(
                new SshTarget(
                    "10.0.0.5",
                    22,
                    "frappe",
                    Optional.empty(),
                    Path.of("/home/anna/.ssh/known_hosts"),
                    Optional.empty())));
    assertThat(host.recipes().get(0))
        .isEqualTo(
            new MariaDbRecipe(
                "/run/mysqld/mysqld.sock",
                "/etc/mysql/mariadb.conf.d/99-headroom.cnf",
                Optional.empty()));
    assertThat(((ServiceRecipe) host.recipes().get(1)).file().path())
        .isEqualTo("/etc/systemd/system/app.service.d/50-headroom.conf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- machine: a\n",
        "- {machine: a, channel: telnet}\n",
        "- {machine: a, channel: {ssh: {address: 10.0.0.5}}}\n",
        "- {machine: a, channel: {ssh: {address: -oProxyCommand=id, user: x}}}\n",
        "- {machine: a, channel: {ssh: {address: 10.0.0.5, user: '-x'}}}\n",
        "- {machine: a, channel: {ssm: {instance: '*', region: eu-central-1}}}\n",
        "- {machine: a, channel: local, recipes: [{recipe: frappe-bench}]}\n",
        "- {machine: a, channel: local, recipes: [{recipe: frappe-bench, directory: '/a b'}]}\n",
        "- {machine: a, channel: local, recipes: [{recipe: frappe-bench, directory: /a/../b}]}\n",
        "- {machine: a, channel: local, recipes: [{recipe: script, name: ../x}]}\n",
        "- {machine: a, channel: local, recipes: [{recipe: shell, command: id}]}\n",
        "- {machine: a, channel: local}\n- {machine: a, channel: local}\n"
      })
  void refusesWhatItCannotUse(String hosts) {
    assertThatThrownBy(() -> read(hosts))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("hosts.yaml:");
  }

  @Test
  void namesWhatIsNearAnUnknownMachine() throws IOException {
    HostsFile hosts = read("- {machine: erp-1, channel: local}\n");

    assertThatThrownBy(() -> hosts.require("erp-2"))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageEndingWith("hosts.yaml has no such machine; it has erp-1");
  }
}
