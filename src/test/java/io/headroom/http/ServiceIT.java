package io.headroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.advice.Adviser;
import io.headroom.catalog.Catalogs;
import io.headroom.http.answer.Answer;
import io.headroom.model.machine.Observation;
import io.headroom.model.verdict.Verdict;
import io.headroom.policy.PolicySet;
import io.headroom.policy.PolicySource;
import io.headroom.recording.BundledRecording;
import io.headroom.recording.RecordingReader;
import io.headroom.report.SingleVerdict;
import io.headroom.testing.EvaluationRequests;
import io.headroom.testing.RandomMachines;
import io.headroom.testing.Seeds;
import io.headroom.testing.ServedProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged service on the bundled recording, asked over HTTP. */
class ServiceIT {

  private static final String EVALUATE = "/api/v1/recommendations:evaluate";
  private static final List<String> POLICIES = List.of("erpnext", "peak-plus-half");
  private static final RecordingReader DEMO = RecordingReader.open(BundledRecording.directory());
  private static final int TOO_LARGE = (16 << 20) + 1;

  @TempDir private static Path folder;
  private static ServedProcess service;

  @BeforeAll
  static void start() {
    service = ServedProcess.start(folder.resolve("log"), "--demo");
  }

  @AfterAll
  static void endsWhenToldAndTellsNoSecret() {
    service.close();
    assertThat(service.log())
        .contains("headroom stopped in")
        .doesNotContain("canary")
        .doesNotContain("it met a defect");
  }

  private static Adviser adviser(Instant asOf) {
    PolicySource source = new PolicySource(Path.of(""));
    return new Adviser(
        new PolicySet(POLICIES.stream().map(source::load).toList()), Catalogs.bundled(), asOf);
  }

  private static String inBatch(Observation machine, Instant asOf) {
    Verdict verdict = adviser(asOf).verdict(machine);
    return Answer.text(out -> SingleVerdict.json(verdict, out));
  }

  private static HttpResponse<String> evaluated(Observation machine, Instant asOf) {
    return service.post(EVALUATE, EvaluationRequests.of(machine, POLICIES, asOf));
  }

  @Test
  void givesTheVerdictsOfTheBatchOnTheWholeDemoFleet() throws InterruptedException {
    Instant asOf = DEMO.recording().recordedUntil();

    DEMO.forEach(
        1,
        machine -> machine.observation(),
        machine -> {
          String expected = inBatch(machine, asOf);
          assertThat(evaluated(machine, asOf).body()).isEqualTo(expected);
          assertThat(service.get("/api/v1/recommendations/" + machine.instance().id()).body())
              .isEqualTo(expected);
        });
  }

  @Test
  void givesTheVerdictsOfTheBatchOnGeneratedMachines() {
    Instant asOf = Instant.parse("2026-06-01T00:00:00Z");

    Seeds.forEach(
        500,
        random -> {
          Observation machine = new RandomMachines(random).observation("i-1");
          HttpResponse<String> answer = evaluated(machine, asOf);
          String expected;
          try {
            expected = inBatch(machine, asOf);
          } catch (IllegalArgumentException beyond) {
            assertRefused(answer);
            return;
          }
          assertThat(answer.body()).isEqualTo(expected);
        });
  }

  @Test
  void refusesBrokenBodiesWithACodeAndNoStack() throws InterruptedException {
    byte[] whole = EvaluationRequests.of(first(), POLICIES, DEMO.recording().recordedUntil());
    byte[] body = Arrays.copyOf(whole, Math.min(whole.length, 4000));

    Seeds.forEach(200, random -> assertRefused(service.post(EVALUATE, broken(body, random))));
    assertRefused(service.post(EVALUATE, "[".repeat(100_000).getBytes(UTF_8)));
    assertRefused(service.post(EVALUATE, "{\"a\":".repeat(100_000).getBytes(UTF_8)));
    for (String wrong :
        List.of(
            "",
            "null",
            "[]",
            "7",
            "\"text\"",
            "{}",
            "{\"instance\": 7}",
            "{\"instance\": {}}",
            "{\"series\": {}}",
            "{\"series\": [7]}",
            "{\"series\": [{\"values\": {}}]}",
            "{\"policies\": \"frugal\"}",
            "{\"policies\": [7]}",
            "{\"policies\": [{}]}",
            "{\"policies\": [\"../../etc/passwd\"]}",
            "{\"as_of\": 1e999999999}",
            "{\"as_of\": \"+999999999-01-01T00:00:00Z\"}",
            "{} {}",
            "\u0000",
            "{\"a\":1,\"a\":2}")) {
      assertRefused(service.post(EVALUATE, wrong.getBytes(UTF_8)));
      assertRefused(service.post("/api/v1/policies:validate", wrong.getBytes(UTF_8)));
    }
  }

  private static Observation first() throws InterruptedException {
    Observation[] found = new Observation[1];
    DEMO.forEach(1, machine -> machine.observation(), machine -> found[0] = machine);
    return found[0];
  }

  /** Cuts the body off and spoils up to five bytes. */
  private static byte[] broken(byte[] body, Random random) {
    byte[] broken = Arrays.copyOf(body, 1 + random.nextInt(body.length - 1));
    for (int spoilt = random.nextInt(6); spoilt > 0; spoilt--) {
      broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
    }
    return broken;
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.body())
        .contains("\"code\" : ")
        .doesNotContain("\tat ", "java.", "io.headroom");
  }

  @Test
  void refusesBodiesOverTheLimit() throws IOException {
    String declared =
        "POST "
            + EVALUATE
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + TOO_LARGE
            + "\r\n\r\n";
    assertThat(raw(declared)).startsWith("HTTP/1.1 413 ").contains("too_large");

    HttpResponse<String> chunked =
        service.send(
            service
                .request(EVALUATE)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[TOO_LARGE])))
                .build());
    assertThat(chunked.statusCode()).isBetween(400, 499);
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(UTF_8));
      out.flush();
      InputStream in = socket.getInputStream();
      byte[] answer = new byte[4096];
      int read = in.read(answer);
      return new String(answer, 0, Math.max(0, read), UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../etc/passwd",
        "/api/v1/../../etc/passwd",
        "/api/v1/recommendations/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/api/v1/recommendations/%00",
        "/api/v1/policies/..%2f..%2fpom.xml",
        "/api/v1/policies/pom.xml",
        "/api/v1/catalog/regions/aws/..%2f..%2fx/types",
        "/api/v1/recommendations?limit=0",
        "/api/v1/recommendations?limit=99999999999",
        "/api/v1/recommendations?cursor=%F0%9F",
        "/api/v1/recommendations?min_saving=1e999999999",
        "/api/v1/recommendations?finding=nonsense",
        "/api/v1/workers?vcpus=NaN&memory=1GiB",
        "/api/v1/workers?vcpus=4&memory=999999999999999999999GiB",
        "/api/v1/instances/i-0c93f1d87be2406a5/utilization?from=-999999999-01-01T00:00:00Z",
        "/api/v1/instances/i-0c93f1d87be2406a5/utilization?points=0",
        "/api/v1/instances/i-0c93f1d87be2406a5/what-if?type=nonsense",
        "/web-inf/web.xml",
        "//api//v1"
      })
  void refusesPathsAndParametersThatMeanHarm(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*").doesNotContain("\tat ", "root:");
  }

  @Test
  void answersForNoOtherHost() throws IOException {
    assertThat(raw("GET /q/health HTTP/1.1\r\nHost: evil.example\r\n\r\n"))
        .startsWith("HTTP/1.1 421 ")
        .contains("wrong_host");
    assertThat(raw("GET /q/health HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 4");
  }

  @Test
  void lengthyHeadersAreRefused() throws IOException {
    String header = "X-Long: " + "a".repeat(40_000) + "\r\n";

    assertThat(raw("GET /q/health HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n"))
        .startsWith("HTTP/1.1 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/runs",
        "/api/v1/plans",
        "/api/v1/plans/7:approve",
        "/api/v1/operations/7:cancel",
        "/api/v1/operations/7:rollback",
        "/api/v1/recommendations/i-0c93f1d87be2406a5:dismiss",
        "/api/v1/recommendations/i-0c93f1d87be2406a5:snooze"
      })
  void nobodyChangesAnythingWithoutSigningIn(String path) {
    HttpResponse<String> answer = service.post(path, new byte[] {'{', '}'});

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\" : \"not_signed_in\"");
  }

  @Test
  void secretsOfRequestsAreNotLogged() {
    service.send(
        service
            .request("/api/v1/recommendations?name=canary-1")
            .header("Authorization", "Bearer canary-2")
            .header("X-Api-Key", "canary-3")
            .header("Cookie", "session=canary-4")
            .build());
    service.post(EVALUATE, "{\"instance\": \"canary-5\"}".getBytes(UTF_8));

    assertThat(service.log()).contains("GET /api/v1/recommendations").doesNotContain("canary");
  }

  @Test
  void listsPageByPage() {
    HttpResponse<String> first = service.get("/api/v1/recommendations?limit=5&sort=name");
    String link = first.headers().firstValue("Link").orElse("");
    HttpResponse<String> second =
        service.get(link.substring(link.indexOf('<') + 1, link.indexOf('>')));

    assertThat(first.body().lines().filter(line -> line.contains("\"instance_id\""))).hasSize(5);
    assertThat(second.body().lines().filter(line -> line.contains("\"instance_id\"")))
        .hasSize(5)
        .doesNotContainAnyElementsOf(
            first.body().lines().filter(line -> line.contains("\"instance_id\"")).toList());
  }

  @Test
  void sendsNothingTwiceAndCompressesOnRequest() {
    HttpResponse<String> first = service.get("/api/v1/recommendations");
    HttpResponse<String> again =
        service.send(
            service
                .request("/api/v1/recommendations")
                .header("If-None-Match", first.headers().firstValue("ETag").orElse(""))
                .build());
    HttpResponse<String> packed =
        service.send(
            service.request("/api/v1/recommendations").header("Accept-Encoding", "gzip").build());

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @Test
  void answersAsJsonUnlessASpreadsheetIsAskedFor() {
    HttpResponse<String> csv =
        service.send(
            service.request("/api/v1/recommendations").header("Accept", "text/csv").build());

    assertThat(service.get("/api/v1/recommendations").body()).startsWith("{");
    assertThat(csv.body()).startsWith("instance_id,name,provider,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/health/live",
        "/q/health/ready",
        "/q/health/started",
        "/q/metrics",
        "/q/openapi",
        "/api/v1/instances",
        "/api/v1/policies/erpnext",
        "/api/v1/catalog/regions",
        "/api/v1/runs/recording/events",
        "/api/v1/problems/not_found"
      })
  void answers(String path) {
    assertThat(service.get(path).statusCode()).isEqualTo(200);
  }
}
