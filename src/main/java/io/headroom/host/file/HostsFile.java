package io.headroom.host.file;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.document.DocumentSchema;
import io.headroom.document.GuardedYaml;
import io.headroom.document.MappingNode;
import io.headroom.document.NearestNames;
import io.headroom.document.ScalarNode;
import io.headroom.executor.probe.UnknownHostException;
import io.headroom.host.ssh.SshTarget;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hosts of one file.
 *
 * @param name the file, for messages
 * @param hosts by machine, in the order in which they are written
 */
public record HostsFile(String name, Map<String, HostEntry> hosts) {

  private static final int SSH_PORT = 22;

  /** Copies the map. */
  public HostsFile {
    hosts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
  }

  /**
   * Reads a file.
   *
   * @param home the directory that {@code ~} stands for
   * @throws DocumentException if it is not as it should be; carries everything that is wrong
   */
  public static HostsFile read(Path file, Path home) {
    DocumentNode document = GuardedYaml.read(file);
    MappingNode root =
        DocumentSchema.ofResource("schema/hosts.schema.json").require(document).asMapping();
    Map<String, HostEntry> hosts = new LinkedHashMap<>();
    for (DocumentNode node : root.get("hosts").asList().entries()) {
      HostEntry entry = entry(node.asMapping(), home);
      if (hosts.put(entry.machine(), entry) != null) {
        throw new DocumentException(
            node.asMapping()
                .get("machine")
                .unexpected("a machine that is named once; it stands in an entry above too"));
      }
    }
    return new HostsFile(file.toString(), hosts);
  }

  /**
   * Returns the entry of a machine.
   *
   * @throws UnknownHostException if there is none
   */
  public HostEntry require(String machine) {
    HostEntry entry = hosts.get(machine);
    if (entry == null) {
      List<String> near = NearestNames.of(machine, hosts.keySet(), 3);
      throw new UnknownHostException(
          "Cannot reach "
              + machine
              + ": "
              + name
              + " has no such machine"
              + (near.isEmpty() ? "" : "; it has " + String.join(", ", near)));
    }
    return entry;
  }

  private static HostEntry entry(MappingNode node, Path home) {
    List<MappingNode> recipes =
        node.find("recipes").stream()
            .flatMap(list -> list.asList().entries().stream())
            .map(DocumentNode::asMapping)
            .toList();
    return new HostEntry(
        node.text("machine"),
        channel(node.get("channel"), home),
        recipes.stream().map(RecipeReader::read).toList());
  }

  private static ChannelEntry channel(DocumentNode node, Path home) {
    if (node instanceof ScalarNode) {
      return new ChannelEntry.Local();
    }
    MappingNode mapping = node.asMapping();
    return mapping
        .find("ssh")
        .<ChannelEntry>map(ssh -> new ChannelEntry.Ssh(target(ssh.asMapping(), home)))
        .orElseGet(() -> ssm(mapping.get("ssm").asMapping()));
  }

  private static SshTarget target(MappingNode node, Path home) {
    return node.get("address")
        .asScalar()
        .as(
            "a host name or an IP address",
            address ->
                new SshTarget(
                    address,
                    node.find("port")
                        .map(port -> port.asScalar().number().intValueExact())
                        .orElse(SSH_PORT),
                    node.text("user"),
                    text(node, "key").map(key -> path(key, home)),
                    path(text(node, "known_hosts").orElse("~/.ssh/known_hosts"), home),
                    text(node, "known_as")));
  }

  private static ChannelEntry ssm(MappingNode node) {
    return new ChannelEntry.Ssm(
        node.text("instance"),
        node.text("region"),
        text(node, "account"),
        text(node, "document").orElse("headroom-host"));
  }

  private static Path path(String text, Path home) {
    return text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text);
  }

  private static Optional<String> text(MappingNode node, String key) {
    return node.find(key).map(value -> value.asScalar().text());
  }
}
