package io.headroom.configuration;

import io.headroom.configuration.DeliverySection.Login;
import io.headroom.configuration.DeliverySection.MailServer;
import io.headroom.configuration.DeliverySection.Security;
import io.headroom.configuration.DeliverySection.When;
import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.document.MappingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads where reports go: each type has keys of its own, and some it cannot do without. */
final class DeliveryReader {

  private static final List<String> OF_ALL = List.of("name", "type", "when");
  private static final String USER = "user";
  private static final String PASSWORD = "password";
  private static final String FORMATS = "formats";

  private final SecretReader secrets;

  DeliveryReader(SecretReader secrets) {
    this.secrets = secrets;
  }

  List<DeliverySection> read(List<DocumentNode> entries) {
    Set<String> names = new HashSet<>();
    List<DeliverySection> deliveries = new ArrayList<>();
    for (DocumentNode entry : entries) {
      DeliverySection delivery = read(entry.asMapping());
      if (!names.add(delivery.name())) {
        throw new DocumentException(
            entry.asMapping().get("name").unexpected("a name that no other delivery has"));
      }
      deliveries.add(delivery);
    }
    return List.copyOf(deliveries);
  }

  private DeliverySection read(MappingNode entry) {
    String name = entry.text("name");
    When when =
        ConfigurationReader.text(entry, "when").filter("changes"::equals).isPresent()
            ? When.CHANGES
            : When.ALWAYS;
    return switch (entry.text("type")) {
      case "folder" -> folder(name, when, entry);
      case "webhook" -> {
        requireOnly(entry, "url", "secret");
        yield new DeliverySection.ToWebhook(
            name, when, secrets.read(entry.get("url")), secrets.read(entry.get("secret")));
      }
      case "slack" -> {
        requireOnly(entry, "url");
        yield new DeliverySection.ToSlack(name, when, secrets.read(entry.get("url")));
      }
      default -> mail(name, when, entry);
    };
  }

  private static DeliverySection folder(String name, When when, MappingNode entry) {
    requireOnly(entry, "folder", FORMATS);
    DocumentNode folder = entry.get("folder");
    return new DeliverySection.ToFolder(
        name,
        when,
        SecretReader.relative(folder.place(), folder.asScalar().text()),
        formats(entry, List.of("csv", "html", "json", "md")));
  }

  private DeliverySection mail(String name, When when, MappingNode entry) {
    requireOnly(entry, "server", "port", "security", USER, PASSWORD, "from", "to", FORMATS);
    Security security =
        ConfigurationReader.text(entry, "security")
            .map(text -> Security.valueOf(text.toUpperCase(Locale.ROOT)))
            .orElse(Security.STARTTLS);
    int port =
        entry.find("port").isPresent()
            ? ConfigurationReader.count(entry, "port")
            : usualPort(security);
    return new DeliverySection.ToMail(
        name,
        when,
        new MailServer(entry.text("server"), port, security, login(entry)),
        entry.text("from"),
        required(entry, "to"),
        formats(entry, List.of("csv")));
  }

  private Optional<Login> login(MappingNode entry) {
    if (entry.find(USER).isPresent() != entry.find(PASSWORD).isPresent()) {
      throw new DocumentException(
          entry.problem(
              "Invalid " + entry.place().subject() + ": expected both user and password, or none"));
    }
    return ConfigurationReader.text(entry, USER)
        .map(user -> new Login(user, secrets.read(entry.get(PASSWORD))));
  }

  private static List<String> required(MappingNode entry, String key) {
    return entry.get(key).asList().entries().stream().map(one -> one.asScalar().text()).toList();
  }

  private static SortedSet<String> formats(MappingNode entry, List<String> byDefault) {
    List<String> said = ConfigurationReader.texts(entry, FORMATS);
    return new TreeSet<>(said.isEmpty() ? byDefault : said);
  }

  /** Source: RFC 8314, section 7.3; RFC 6409. */
  private static int usualPort(Security security) {
    return switch (security) {
      case STARTTLS -> 587;
      case TLS -> 465;
      case NONE -> 25;
    };
  }

  private static void requireOnly(MappingNode entry, String... keys) {
    List<String> known = new ArrayList<>(OF_ALL);
    known.addAll(List.of(keys));
    for (String key : entry.entries().keySet()) {
      if (!known.contains(key)) {
        throw new DocumentException(
            entry
                .get(key)
                .problem(
                    "Invalid "
                        + entry.get(key).place().subject()
                        + ": a delivery of type "
                        + entry.text("type")
                        + " has no such key; expected "
                        + String.join(", ", known)));
      }
    }
  }
}
