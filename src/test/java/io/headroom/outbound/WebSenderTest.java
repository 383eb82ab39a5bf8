package io.headroom.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.headroom.testing.LoopbackServer;
import io.headroom.testing.LoopbackServer.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WebSenderTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Test
  void sendsToTheCheckedAddressUnderTheNameOfTheHost() {
    try (LoopbackServer server = LoopbackServer.start(request -> Answer.of(204, "text/plain", ""));
        WebSender sender = new WebSender(LIMIT)) {
      WebAnswer answer =
          sender.post(
              destination(server.address().getPort()),
              "application/json",
              Map.of("webhook-id", "run-1"),
              "{}".getBytes(UTF_8));
      assertThat(answer.isGood()).isTrue();
      LoopbackServer.Request request = server.requests().get(0);
      assertThat(request.target()).isEqualTo("/in?x=1");
      assertThat(request.body()).isEqualTo("{}");
      assertThat(request.headers())
          .containsEntry("host", "hooks.example.com:" + server.address().getPort())
          .containsEntry("webhook-id", "run-1")
          .containsEntry("content-type", "application/json");
    }
  }

  @Test
  void aNameThatIsReboundAfterTheCheckIsNotLookedUpAgain() {
    Deque<InetAddress> answers = new ArrayDeque<>(List.of(InetAddress.getLoopbackAddress()));
    OutboundGuard guard =
        new OutboundGuard(
            AllowList.of(List.of("hooks.example.com", "127.0.0.0/8")),
            host -> List.of(answers.removeFirst()));
    try (LoopbackServer server =
            LoopbackServer.start(request -> Answer.of(200, "text/plain", "ok"));
        WebSender sender = new WebSender(LIMIT)) {
      Destination checked =
          guard.check("http://hooks.example.com:" + server.address().getPort() + "/");
      assertThat(sender.post(checked, "text/plain", Map.of(), new byte[0]).text()).isEqualTo("ok");
    }
  }

  @Test
  void doesNotFollowRedirects() {
    try (LoopbackServer server =
            LoopbackServer.start(request -> Answer.of(302, "text/plain", "elsewhere"));
        WebSender sender = new WebSender(LIMIT)) {
      WebAnswer answer =
          sender.post(destination(server.address().getPort()), "text/plain", Map.of(), new byte[0]);
      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.isGood()).isFalse();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void doesNotTryAgain() {
    try (LoopbackServer server = LoopbackServer.start(request -> Answer.of(503, "text/plain", ""));
        WebSender sender = new WebSender(LIMIT)) {
      WebAnswer answer =
          sender.post(destination(server.address().getPort()), "text/plain", Map.of(), new byte[0]);
      assertThat(answer.isForNow()).isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void readsOnlyTheBeginningOfAnEndlessAnswer() throws IOException {
    try (EndlessServer server = new EndlessServer(64 * 1024, /* millisBetween= */ 0);
        WebSender sender = new WebSender(LIMIT)) {
      WebAnswer answer =
          sender.post(destination(server.port()), "text/plain", Map.of(), new byte[0]);
      assertThat(answer.text()).hasSize(WebSender.MOST_BYTES);
    }
  }

  @Test
  void givesUpOnAnAnswerThatTricklesIn() throws IOException {
    try (EndlessServer server = new EndlessServer(1, /* millisBetween= */ 20);
        WebSender sender = new WebSender(Duration.ofMillis(400))) {
      Destination destination = destination(server.port());
      assertThatExceptionOfType(OutboundException.class)
          .isThrownBy(() -> sender.post(destination, "text/plain", Map.of(), new byte[0]))
          .withMessageContaining("no answer within")
          .satisfies(e -> assertThat(e.kind()).isEqualTo(OutboundException.Kind.UNAVAILABLE));
    }
  }

  @Test
  void saysWhereNobodyAnswers() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      unused = socket.getLocalPort();
    }
    try (WebSender sender = new WebSender(LIMIT)) {
      Destination destination = destination(unused);
      assertThatExceptionOfType(OutboundException.class)
          .isThrownBy(() -> sender.post(destination, "text/plain", Map.of(), new byte[0]))
          .withMessageStartingWith("Cannot send to http://hooks.example.com:" + unused + ": ")
          .withMessageNotContaining("/in");
    }
  }

  private static Destination destination(int port) {
    return new OutboundGuard(
            AllowList.of(List.of("hooks.example.com", "127.0.0.0/8")),
            host -> List.of(InetAddress.getLoopbackAddress()))
        .check("http://hooks.example.com:" + port + "/in?x=1");
  }

  /** Answers one request with a body that does not end. */
  private static final class EndlessServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    EndlessServer(int bytes, long millisBetween) throws IOException {
      Thread thread = new Thread(() -> serve(bytes, millisBetween), "endless");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve(int bytes, long millisBetween) {
      try (Socket connection = socket.accept()) {
        OutputStream out = connection.getOutputStream();
        out.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n".getBytes(UTF_8));
        byte[] some = new byte[bytes];
        java.util.Arrays.fill(some, (byte) 'x');
        while (!socket.isClosed()) {
          out.write(some);
          out.flush();
          LockSupport.parkNanos(Duration.ofMillis(millisBetween).toNanos());
        }
      } catch (IOException e) {
        // whoever asked has gone
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
