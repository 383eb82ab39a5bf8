package io.headroom.batch.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.headroom.batch.delivery.DeliveryException.Again;
import io.headroom.configuration.DeliverySection;
import io.headroom.configuration.DeliverySection.Login;
import io.headroom.configuration.DeliverySection.MailServer;
import io.headroom.configuration.DeliverySection.Security;
import io.headroom.configuration.DeliverySection.When;
import io.headroom.configuration.Secret;
import io.headroom.outbound.AllowList;
import io.headroom.outbound.OutboundGuard;
import io.headroom.testing.LoopbackServer;
import io.headroom.testing.LoopbackServer.Answer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarriersTest {

  private static final Instant FINISHED = Instant.parse("2026-11-24T02:15:42Z");
  private static final Instant NOW = Instant.parse("2026-11-24T02:16:00Z");
  private static final byte[] KEY = "0123456789abcdef01234567".getBytes(UTF_8);
  private static final Secret SECRET =
      Secret.of("whsec_" + Base64.getEncoder().encodeToString(KEY));

  private static final Message MESSAGE =
      new Message(
          "run-7",
          Message.RUN_FINISHED,
          FINISHED,
          "Changes <!channel> & more",
          List.of("1 machine: 1 new", "could save 5.00 USD a month, as before"),
          new TreeMap<>(
              Map.of("json", "{\"kind\":\"ChangeList\"}", "csv", "a,b\n", "md", "# ä\n")));

  @TempDir private Path folder;

  private final Carriers carriers =
      new Carriers(
          new OutboundGuard(
              AllowList.of(List.of("hooks.example.com", "smtp.example.com", "127.0.0.0/8")),
              host -> List.of(InetAddress.getLoopbackAddress())),
          Duration.ofSeconds(10),
          () -> NOW);

  @AfterEach
  void end() {
    carriers.close();
  }

  @Test
  void aFolderHasAFolderForEachMessage() throws IOException {
    Carrier carrier = carriers.of(toFolder(folder.resolve("reports"), "json", "md"));
    carrier.deliver(MESSAGE);
    carrier.deliver(MESSAGE);
    Path own = folder.resolve("reports").resolve("run-7");
    assertThat(names(own)).containsExactly("changes.json", "changes.md");
    assertThat(Files.readString(own.resolve("changes.md"))).isEqualTo("# ä\n");
  }

  @Test
  void noLinkLeadsOutOfTheFolder() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Path victim = Files.writeString(outside.resolve("victim"), "as it was");
    Path reports = Files.createDirectory(folder.resolve("reports"));
    Files.createSymbolicLink(reports.resolve("run-7"), outside);
    Carrier carrier = carriers.of(toFolder(reports, "md"));
    assertThatExceptionOfType(DeliveryException.class)
        .isThrownBy(() -> carrier.deliver(MESSAGE))
        .withMessageContaining("run-7 in it is no folder")
        .satisfies(e -> assertThat(e.again()).isEqualTo(Again.NEVER));
    assertThat(names(outside)).containsExactly("victim");

    Files.delete(reports.resolve("run-7"));
    Files.createDirectory(reports.resolve("run-7"));
    Files.createSymbolicLink(reports.resolve("run-7").resolve("changes.md"), victim);
    carrier.deliver(MESSAGE);
    assertThat(Files.readString(victim)).isEqualTo("as it was");
    assertThat(reports.resolve("run-7").resolve("changes.md")).isRegularFile();
  }

  @Test
  void anIdIsNeverAPath() {
    for (String id : List.of("../x", "a/b", "", ".", "..", "a\\b", "a\u0000", "C:x", "-x")) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .as(id)
          .isThrownBy(
              () ->
                  new Message(id, Message.RUN_FINISHED, FINISHED, "", List.of(), new TreeMap<>()));
    }
  }

  @Test
  void aWebhookGetsASignedCloudEvent() throws Exception {
    try (LoopbackServer server =
        LoopbackServer.start(request -> Answer.of(202, "text/plain", ""))) {
      carriers
          .of(new DeliverySection.ToWebhook("hook", When.ALWAYS, url(server), SECRET))
          .deliver(MESSAGE);
      LoopbackServer.Request request = server.requests().get(0);
      assertThat(request.headers())
          .containsEntry("content-type", "application/cloudevents+json; charset=UTF-8")
          .containsEntry("webhook-id", "run-7")
          // 2026-11-24T02:16:00Z
          .containsEntry("webhook-timestamp", String.valueOf(NOW.getEpochSecond()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      String signed = "run-7." + NOW.getEpochSecond() + "." + request.body();
      assertThat(request.headers())
          .containsEntry(
              "webhook-signature",
              "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
      JsonNode event = new JsonMapper().readTree(request.body());
      assertThat(event.get("specversion").asText()).isEqualTo("1.0");
      assertThat(event.get("id").asText()).isEqualTo("run-7");
      assertThat(event.get("source").asText()).isEqualTo("/headroom/runs");
      assertThat(event.get("type").asText()).isEqualTo("io.headroom.run.finished");
      assertThat(event.get("time").asText()).isEqualTo("2026-11-24T02:15:42Z");
      assertThat(event.get("data").get("kind").asText()).isEqualTo("ChangeList");
    }
  }

  @Test
  void signsAsThePublishedExampleOfStandardWebhooks() {
    // the key and the values of the specification's test vector; the code was computed with openssl
    WebhookSignature signature =
        WebhookSignature.with(Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    assertThat(
            signature
                .headers(
                    "msg_p5jXN8AQM9LWM0D4loKWxJek",
                    Instant.ofEpochSecond(1_614_265_330),
                    "{\"test\": 2432232314}")
                .get("webhook-signature"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aKeyThatCanBeGuessedIsRefusedAndNotShown() {
    for (String key : List.of("canary", "whsec_Y2FuYXJ5", "whsec_!")) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(
              () ->
                  carriers.of(
                      new DeliverySection.ToWebhook(
                          "hook", When.ALWAYS, Secret.of("http://x"), Secret.of(key))))
          .withMessage(
              "Invalid secret of the delivery hook: expected whsec_ and 24 bytes or more in"
                  + " base64");
    }
  }

  @Test
  void slackGetsBlocksInWhichNobodyIsMentioned() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.start(request -> Answer.of(200, "text/plain", "ok"))) {
      carriers.of(new DeliverySection.ToSlack("chat", When.ALWAYS, url(server))).deliver(MESSAGE);
      JsonNode sent = new JsonMapper().readTree(server.requests().get(0).body());
      assertThat(sent.get("text").asText()).isEqualTo("Changes &lt;!channel&gt; &amp; more");
      assertThat(sent.get("blocks")).hasSize(3);
      sent.get("blocks")
          .forEach(
              block -> assertThat(block.get("text").get("type").asText()).isEqualTo("plain_text"));
      assertThat(sent.get("blocks").get(1).get("text").get("text").asText())
          .isEqualTo("1 machine: 1 new");
    }
  }

  @Test
  void aReceiverThatIsNotWellIsAskedAgainAndOneThatRefusesIsNot() {
    assertAgain(503, Again.LATER);
    assertAgain(429, Again.LATER);
    assertAgain(400, Again.NEVER);
    assertAgain(404, Again.NEVER);
    assertAgain(302, Again.NEVER);
  }

  private void assertAgain(int status, Again again) {
    try (LoopbackServer server =
        LoopbackServer.start(
            request -> Answer.of(status, "text/plain", "secret of the receiver"))) {
      Carrier carrier = carriers.of(new DeliverySection.ToSlack("chat", When.ALWAYS, url(server)));
      assertThatExceptionOfType(DeliveryException.class)
          .isThrownBy(() -> carrier.deliver(MESSAGE))
          .withMessage("Cannot deliver chat: the receiver answered with status " + status)
          .satisfies(e -> assertThat(e.again()).isEqualTo(again));
    }
  }

  @Test
  void anAddressThatIsNotAllowedIsNeverAsked() {
    Carrier carrier =
        carriers.of(
            new DeliverySection.ToSlack(
                "chat", When.ALWAYS, Secret.of("http://169.254.169.254/canary")));
    assertThatExceptionOfType(DeliveryException.class)
        .isThrownBy(() -> carrier.deliver(MESSAGE))
        .withMessageNotContaining("canary")
        .satisfies(e -> assertThat(e.again()).isEqualTo(Again.NEVER));
  }

  @Test
  void aMailHasTheSummaryAndTheReportsAttached() throws Exception {
    GreenMail server = mailServer();
    try {
      carriers
          .of(toMail(server, "smtp.example.com", Security.NONE, Optional.empty()))
          .deliver(MESSAGE);
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getMessageID()).isEqualTo("<run-7@headroom>");
      assertThat(mail.getSubject()).isEqualTo("Headroom: Changes <!channel> & more");
      assertThat(mail.getAllRecipients())
          .extracting(String::valueOf)
          .containsExactly("ops@example.com");
      jakarta.mail.internet.MimeMultipart parts =
          (jakarta.mail.internet.MimeMultipart) mail.getContent();
      assertThat(parts.getCount()).isEqualTo(2);
      assertThat(String.valueOf(parts.getBodyPart(0).getContent()).lines())
          .containsExactlyElementsOf(MESSAGE.summary());
      assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("changes.csv");
      assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/csv");
    } finally {
      server.stop();
    }
  }

  @Test
  void aMailServerThatCannotEncryptGetsNothing() {
    GreenMail server = mailServer();
    try {
      Carrier carrier =
          carriers.of(
              toMail(
                  server,
                  "smtp.example.com",
                  Security.STARTTLS,
                  Optional.of(new Login("me", Secret.of("canary")))));
      assertThatExceptionOfType(DeliveryException.class)
          .isThrownBy(() -> carrier.deliver(MESSAGE))
          .withMessageNotContaining("canary");
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void aMailServerThatIsNotAllowedIsNotAsked() {
    GreenMail server = mailServer();
    try {
      Carrier carrier = carriers.of(toMail(server, "localhost", Security.NONE, Optional.empty()));
      assertThatExceptionOfType(DeliveryException.class)
          .isThrownBy(() -> carrier.deliver(MESSAGE))
          .satisfies(e -> assertThat(e.again()).isEqualTo(Again.NEVER));
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void aMessageIsTheSameAfterItsTimeInTheOutbox() {
    assertThat(MessageJson.read(MessageJson.write(MESSAGE))).isEqualTo(MESSAGE);
  }

  private static GreenMail mailServer() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  private static DeliverySection toMail(
      GreenMail server, String host, Security security, Optional<Login> login) {
    return new DeliverySection.ToMail(
        "mail",
        When.ALWAYS,
        new MailServer(host, server.getSmtp().getPort(), security, login),
        "headroom@example.com",
        List.of("ops@example.com"),
        new TreeSet<>(List.of("csv")));
  }

  private static DeliverySection.ToFolder toFolder(Path path, String... formats) {
    return new DeliverySection.ToFolder(
        "files", When.ALWAYS, path, new TreeSet<>(List.of(formats)));
  }

  private static Secret url(LoopbackServer server) {
    return Secret.of("http://hooks.example.com:" + server.address().getPort() + "/in");
  }

  private static List<String> names(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
