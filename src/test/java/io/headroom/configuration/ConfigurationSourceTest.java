package io.headroom.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.headroom.configuration.DeliverySection.When;
import io.headroom.document.DocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationSourceTest {

  private static final String CANARY = "canary-4711";

  @TempDir private Path folder;

  @Test
  void hasDefaultsWhereNobodySaysAnything() {
    Configuration read = new ConfigurationSource(Map.of(), Map.of(), List.of()).read();
    assertThat(read.clouds()).isEmpty();
    assertThat(read.collection())
        .isEqualTo(new Configuration.CollectionSection(Duration.ofDays(42), 8, 100));
    assertThat(read.policies()).containsExactly("peak-plus-half");
    assertThat(read.catalog()).isEmpty();
    assertThat(read.store())
        .isEqualTo(
            new Configuration.StoreSection(Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(read.schedule()).isEmpty();
    assertThat(read.deliveries()).isEmpty();
    assertThat(read.outbound())
        .isEqualTo(new Configuration.OutboundSection(List.of(), Duration.ofSeconds(20)));
    assertThat(read.http()).isEqualTo(new Configuration.HttpSection("127.0.0.1", 8080));
  }

  @Test
  void aFlagBeatsAVariableAndThatAFileAndThatAFartherFile() {
    Path near = file("near.yaml", "http: {port: 3}\ncollection: {parallel: 3}\n");
    Path far = file("far.yaml", "http: {port: 4, host: 0.0.0.0}\ncollection: {parallel: 4}\n");
    ConfigurationSource source =
        new ConfigurationSource(
            Map.of("collection.parallel", List.of("1")),
            Map.of("HEADROOM_COLLECTION_PARALLEL", "2", "HEADROOM_HTTP_PORT", "2"),
            List.of(near, far));
    assertThat(source.read().collection().parallel()).isEqualTo(1);
    assertThat(source.read().http()).isEqualTo(new Configuration.HttpSection("0.0.0.0", 2));
    assertThat(source.values())
        .contains(
            new SetValue("collection.parallel", "1", "command line"),
            new SetValue("http.port", "2", "HEADROOM_HTTP_PORT"),
            new SetValue("http.host", "0.0.0.0", far + ":1"),
            new SetValue("collection.lookback", "42d", "default"));
  }

  @Test
  void everyKeyThatHasAVariableCanBeSetByIt() {
    Map<String, String> samples =
        Map.of(
            "collection.lookback", "14d",
            "store.url", "/tmp/x",
            "schedule.zone", "Europe/Vienna",
            "outbound.allow", "a.example,10.0.0.0/8",
            "policies", "frugal, erpnext");
    for (ConfigurationKey key : ConfigurationKeys.all()) {
      if (key.variable().isEmpty()) {
        continue;
      }
      String value =
          samples.getOrDefault(
              key.name(), key.form() == ConfigurationKey.Form.NUMBER ? "7" : "some");
      ConfigurationSource source =
          new ConfigurationSource(Map.of(), Map.of(key.variable().orElseThrow(), value), List.of());
      assertThat(source.values())
          .as(key.name())
          .anySatisfy(
              set -> {
                assertThat(set.name()).startsWith(key.name());
                assertThat(set.origin()).isEqualTo(key.variable().orElseThrow());
              });
    }
  }

  @Test
  void readsEverySectionOfAFile() {
    Path file = file("headroom.yaml", EVERYTHING);
    Configuration read =
        new ConfigurationSource(
                Map.of(), Map.of("HOOK_KEY", "whsec_a2V5", "SLACK", CANARY), List.of(file))
            .read();
    assertThat(read.clouds())
        .containsExactly(
            new Configuration.CloudSection(
                "aws", List.of("111122223333"), Optional.of("reader"), List.of("eu-central-1")),
            new Configuration.CloudSection(
                "gce", List.of("my-project"), Optional.empty(), List.of()));
    assertThat(read.policies())
        .containsExactly("erpnext", folder.resolve("policies/db.yaml").toString());
    assertThat(read.schedule())
        .contains(new Configuration.ScheduleSection("15 2 * * *", ZoneId.of("Europe/Vienna")));
    assertThat(read.deliveries())
        .containsExactly(
            new DeliverySection.ToFolder(
                "files", When.ALWAYS, folder.resolve("reports"), new TreeSet<>(List.of("csv"))),
            new DeliverySection.ToWebhook(
                "hook",
                When.CHANGES,
                Secret.of("https://hooks.example.com/in"),
                Secret.of("whsec_a2V5")),
            new DeliverySection.ToSlack("chat", When.ALWAYS, Secret.of(CANARY)),
            new DeliverySection.ToMail(
                "mail",
                When.ALWAYS,
                new DeliverySection.MailServer(
                    "smtp.example.com", 587, DeliverySection.Security.STARTTLS, Optional.empty()),
                "headroom@example.com",
                List.of("ops@example.com"),
                new TreeSet<>(List.of("csv"))));
  }

  @Test
  void readsSecretsFromFilesBesideTheConfiguration() {
    file("password", CANARY + "\n");
    Path file = file("headroom.yaml", "store: {password: {file: password}}\n");
    ConfigurationSource source = new ConfigurationSource(Map.of(), Map.of(), List.of(file));
    assertThat(source.read().store().password()).contains(Secret.of(CANARY));
  }

  @Test
  void nothingThatIsShownHoldsASecret() {
    ConfigurationSource source =
        new ConfigurationSource(Map.of(), Map.of("HEADROOM_STORE_PASSWORD", CANARY), List.of());
    assertThat(source.read().store().password()).contains(Secret.of(CANARY));
    assertThat(source.read().toString()).doesNotContain(CANARY);
    assertThat(source.values().toString())
        .doesNotContain(CANARY)
        .contains("store.password.env", "HEADROOM_STORE_PASSWORD");
  }

  @Test
  void passwordsInAddressesAreRefusedAndNotShown() {
    Path file =
        file(
            "headroom.yaml",
            """
            store: {url: 'postgresql://me:canary-4711@db.example.com/x'}
            deliveries: [{name: a, type: slack, url: 'https://h.example/canary-4711/x'}]
            """);
    ConfigurationSource source = new ConfigurationSource(Map.of(), Map.of(), List.of(file));
    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(source::read)
        .withMessageContaining("store.password says where that is")
        .withMessageNotContaining(CANARY);
    assertThat(source.values().toString())
        .doesNotContain(CANARY)
        .contains("postgresql://****@db.example.com/x", "https://h.example/…");
  }

  @Test
  void messagesNameFileLineAndWhatIsAccepted() {
    assertRefused("http: {port: high}\n", ":1:14: Invalid http.port: \"high\"; expected ");
    assertRefused("htpp: {port: 1}\n", ":1:1: Unknown key htpp");
    assertRefused(
        "collection: {lookback: 42}\n",
        "expected a whole number of minutes, hours or days, such as 90m, 30h or 14d");
    assertRefused(
        "schedule: {cron: 0 2 * * *, zone: Middle/Earth}\n",
        "Invalid schedule.zone: \"Middle/Earth\"; expected a time zone such as Europe/Vienna");
    assertRefused("outbound: {allow: ['http://x']}\n", "expected a host such as hooks.example.com");
    assertRefused(
        "deliveries: [{name: a, type: slack, folder: x}]\n",
        "a delivery of type slack has no such key; expected name, type, when, url");
    assertRefused("deliveries: [{name: a, type: folder}]\n", "folder is missing");
    assertRefused(
        "deliveries: [{name: a, type: slack, url: {env: NOT_SET}}]\n",
        "the variable NOT_SET is not set; set it");
    assertRefused(
        "deliveries: [{name: a, type: folder, folder: x}, {name: a, type: folder, folder: z}]\n",
        "expected a name that no other delivery has");
  }

  @Test
  void aVariableThatIsWrongIsNamed() {
    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(
            () ->
                new ConfigurationSource(Map.of(), Map.of("HEADROOM_HTTP_PORT", "0"), List.of())
                    .read())
        .withMessageStartingWith("HEADROOM_HTTP_PORT: Invalid http.port: 0");
  }

  @Test
  void findsFilesInTheirOrder() throws IOException {
    Path user = folder.resolve("xdg");
    Path machine = folder.resolve("etc");
    List<Path> expected = new ArrayList<>();
    for (Path file :
        List.of(
            folder.resolve("headroom.yaml"),
            user.resolve("headroom/config.yaml"),
            machine.resolve("headroom/config.yaml"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{}\n");
      expected.add(file);
    }
    assertThat(
            ConfigurationFiles.found(
                folder, machine, Map.of("XDG_CONFIG_HOME", user.toString(), "HOME", "/nowhere")))
        .isEqualTo(expected);
    assertThat(ConfigurationFiles.found(user, user, Map.of("XDG_CONFIG_HOME", "relative")))
        .containsExactly(user.resolve("headroom/config.yaml"));
    assertThat(new ConfigurationSource(Map.of(), Map.of(), expected).read().http().port())
        .isEqualTo(8080);
  }

  private void assertRefused(String yaml, String message) {
    Path file = file("refused.yaml", yaml);
    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> new ConfigurationSource(Map.of(), Map.of(), List.of(file)).read())
        .withMessageContaining(message);
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static final String EVERYTHING =
      """
      api_version: headroom/v1
      kind: Configuration
      clouds:
        - {provider: aws, accounts: ["111122223333"], role: reader, regions: [eu-central-1]}
        - {provider: gce, accounts: [my-project]}
      policies: [erpnext, policies/db.yaml]
      schedule: {cron: 15 2 * * *, zone: Europe/Vienna}
      deliveries:
        - {name: files, type: folder, folder: reports, formats: [csv]}
        - name: hook
          type: webhook
          when: changes
          url: https://hooks.example.com/in
          secret: {env: HOOK_KEY}
        - {name: chat, type: slack, url: {env: SLACK}}
        - name: mail
          type: mail
          server: smtp.example.com
          from: headroom@example.com
          to: [ops@example.com]
      outbound: {allow: [hooks.example.com, hooks.slack.com, smtp.example.com]}
      """;
}
