package io.headroom.configuration;

import io.headroom.configuration.Configuration.CloudSection;
import io.headroom.configuration.Configuration.CollectionSection;
import io.headroom.configuration.Configuration.HttpSection;
import io.headroom.configuration.Configuration.OutboundSection;
import io.headroom.configuration.Configuration.ScheduleSection;
import io.headroom.configuration.Configuration.StoreSection;
import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.document.MappingNode;
import io.headroom.outbound.AllowList;
import io.headroom.policy.file.ShippedPolicies;
import io.headroom.policy.quantity.QuantityForm;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives values their meaning. The schema has been asked before. */
final class ConfigurationReader {

  private static final String POLICIES = "policies";

  private final MappingNode root;
  private final SecretReader secrets;

  ConfigurationReader(MappingNode root, Map<String, String> environment) {
    this.root = root;
    this.secrets = new SecretReader(environment);
  }

  Configuration read() {
    return new Configuration(
        entries(root, "clouds").stream().map(ConfigurationReader::cloud).toList(),
        collection(section("collection")),
        policies(),
        path(root, "catalog"),
        store(section("store")),
        schedule(section("schedule")),
        new DeliveryReader(secrets).read(entries(root, "deliveries")),
        outbound(section("outbound")),
        new HttpSection(section("http").text("host"), count(section("http"), "port")));
  }

  private MappingNode section(String name) {
    return root.find(name)
        .map(DocumentNode::asMapping)
        .orElseGet(() -> new MappingNode(root.place(), Map.of(), Map.of()));
  }

  private static CloudSection cloud(DocumentNode entry) {
    MappingNode cloud = entry.asMapping();
    return new CloudSection(
        cloud.text("provider"),
        texts(cloud, "accounts"),
        text(cloud, "role"),
        texts(cloud, "regions"));
  }

  private static CollectionSection collection(MappingNode section) {
    Duration lookback =
        section
            .read(
                "lookback",
                QuantityForm.DURATION.expected(),
                text -> QuantityForm.DURATION.read("lookback", text))
            .orElseThrow();
    return new CollectionSection(
        lookback, count(section, "parallel"), count(section, "quota_percent"));
  }

  /** Files are relative to the file that names them; names of shipped policies stay names. */
  private List<String> policies() {
    return root.get(POLICIES).asList().entries().stream()
        .map(
            entry -> {
              String written = entry.asScalar().text();
              return ShippedPolicies.NAMES.contains(written)
                  ? written
                  : SecretReader.relative(entry.place(), written).toString();
            })
        .toList();
  }

  private StoreSection store(MappingNode section) {
    return new StoreSection(
        section.find("url").map(ConfigurationReader::place),
        text(section, "user"),
        section.find("password").map(secrets::read));
  }

  /** An address stays as it is; a file is relative to the file that names it. */
  private static String place(DocumentNode node) {
    String text = node.asScalar().text();
    if (text.matches(".*//[^/]*:[^/@]*@.*")) {
      throw new DocumentException(
          node.problem(
              "Invalid "
                  + node.place().subject()
                  + ": it holds a password; expected one without, store.password says where that"
                  + " is"));
    }
    return text.contains("://") ? text : SecretReader.relative(node.place(), text).toString();
  }

  private static Optional<ScheduleSection> schedule(MappingNode section) {
    return text(section, "cron")
        .map(
            cron ->
                new ScheduleSection(
                    cron,
                    section
                        .read(
                            "zone", "a time zone such as Europe/Vienna", ConfigurationReader::zone)
                        .orElseThrow()));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no zone of that name", e);
    }
  }

  private static OutboundSection outbound(MappingNode section) {
    section
        .get("allow")
        .asList()
        .entries()
        .forEach(
            entry -> entry.asScalar().as(AllowList.EXPECTED, text -> AllowList.of(List.of(text))));
    return new OutboundSection(
        texts(section, "allow"), Duration.ofSeconds(count(section, "timeout_seconds")));
  }

  private static Optional<Path> path(MappingNode section, String key) {
    return section
        .find(key)
        .map(node -> SecretReader.relative(node.place(), node.asScalar().text()));
  }

  static Optional<String> text(MappingNode section, String key) {
    return section.find(key).map(node -> node.asScalar().text());
  }

  static List<String> texts(MappingNode section, String key) {
    return entries(section, key).stream().map(entry -> entry.asScalar().text()).toList();
  }

  static int count(MappingNode section, String key) {
    return section.get(key).asScalar().number().intValueExact();
  }

  private static List<DocumentNode> entries(MappingNode section, String key) {
    return section.find(key).map(node -> node.asList().entries()).orElse(List.of());
  }
}
