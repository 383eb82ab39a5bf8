package io.headroom.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.MetricServer;
import io.headroom.collector.Scope;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrometheusServersTest {

  private static final InstantSource CLOCK = () -> Instant.parse("2026-07-20T00:00:00Z");
  private static final Scope SCOPE = Scope.of(Provider.AWS, "prod", "us-east-1");
  private static final Instance WEB =
      Instance.builder(
              "i-1",
              new Placement(Provider.AWS, "111122223333", "us-east-1", Optional.empty()),
              TypeHistory.assumed("m5.large"))
          .name("web")
          .build();

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server = listening();

  @BeforeEach
  void start() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void joinsByTheLabelThatIsNamed() {
    // the server's machines are web:9100 and i-1; each label is found by what it holds
    assertThat(metrics("instance=name")).contains(Metric.MEMORY_USED);
    assertThat(metrics("instance_id")).contains(Metric.MEMORY_USED);
    assertThat(metrics("instance=id")).isEmpty();
    assertThat(asked).allMatch(line -> line.contains(" Bearer hidden, tenant-7"));
  }

  @Test
  void refusesWhatNamesNoServerOrLabel() {
    assertThatThrownBy(() -> open("ftp://prometheus", "instance"))
        .isInstanceOf(CloudException.class)
        .hasMessageContaining("Invalid address of Prometheus");
    assertThatThrownBy(() -> open("http://prometheus:9090", "instance=host"))
        .isInstanceOf(CloudException.class)
        .hasMessage("Invalid label: instance=host; expected LABEL, LABEL=id or LABEL=name");
  }

  private Iterable<Metric> metrics(String label) {
    MeasuredMachine measured =
        open("http://127.0.0.1:" + server.getAddress().getPort(), label)
            .open(SCOPE, List.of(WEB))
            .machines()
            .get(0);
    return measured.metrics();
  }

  private static UtilizationSource open(String url, String label) {
    return PrometheusServers.open(
        new MetricServer(url, label),
        Map.of("HEADROOM_PROMETHEUS_TOKEN", "hidden", "HEADROOM_PROMETHEUS_TENANT", "tenant-7"),
        CLOCK);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(
        path
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + ", "
            + exchange.getRequestHeaders().getFirst("X-Scope-OrgID"));
    String value = path.contains("/label/instance_id/") ? "i-1" : "web:9100";
    byte[] body = ("{\"status\":\"success\",\"data\":[\"" + value + "\"]}").getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static HttpServer listening() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
