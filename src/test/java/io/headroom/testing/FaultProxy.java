package io.headroom.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Stands in front of a server on this machine, hands on what is asked and answered, and makes some
 * of it go wrong. Faults are asked in their order: the first one that changes a call decides.
 */
public final class FaultProxy implements AutoCloseable {

  private static final int THREADS = 16;

  /** What the JDK's client sets itself. */
  private static final Set<String> NOT_HANDED_ON =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final URI target;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();

  private FaultProxy(URI target, HttpServer server) {
    this.target = target;
    this.server = server;
  }

  /** What is asked, with the names of its headers in small letters. */
  public record Call(String method, String target, Map<String, String> headers, ByteBuffer body) {

    /** Returns the body. */
    public byte[] bytes() {
      return FaultProxy.bytes(body);
    }
  }

  /** How much of an answer is sent before the connection is closed. */
  public enum Sent {
    WHOLE,
    HALF,
    NOTHING
  }

  /** What is answered. */
  public record Answer(int status, Map<String, String> headers, ByteBuffer body, Sent sent) {

    /** Returns the body. */
    public byte[] bytes() {
      return FaultProxy.bytes(body);
    }

    /** Returns this answer with another body. */
    public Answer withBody(byte[] other) {
      return new Answer(status, headers, ByteBuffer.wrap(other), sent);
    }

    /** Returns this answer, of which so much is sent. */
    public Answer sending(Sent part) {
      return new Answer(status, headers, body, part);
    }
  }

  /** Asks the server behind the proxy. */
  public interface Server {
    Answer answer() throws IOException;
  }

  /** Something that may go wrong with a call. It is used by several threads at once. */
  public interface Fault {

    /** Returns what comes instead of the right answer, or nothing if all goes well. */
    Optional<Answer> instead(Call call, Server server) throws IOException;
  }

  /** Starts a proxy without faults. */
  public static FaultProxy before(URI target) {
    // the JDK's server else waits for the acknowledgement of its header, 40 ms each time
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      FaultProxy proxy = new FaultProxy(target, http);
      http.setExecutor(proxy.threads);
      http.createContext("/", proxy::handle);
      http.start();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds faults, which come after those before. */
  public void add(Fault... more) {
    faults.addAll(List.of(more));
  }

  /** Removes all faults. */
  public void heal() {
    faults.clear();
  }

  /** Returns its address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      Call call =
          new Call(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().entrySet().stream()
                  .collect(
                      Collectors.toUnmodifiableMap(
                          one -> one.getKey().toLowerCase(Locale.ROOT),
                          one -> one.getValue().get(0))),
              ByteBuffer.wrap(exchange.getRequestBody().readAllBytes()));
      send(exchange, answer(call));
    } catch (IOException e) {
      // whoever asked has gone, or the connection was closed on purpose
    }
  }

  private Answer answer(Call call) throws IOException {
    for (Fault fault : faults) {
      Optional<Answer> instead = fault.instead(call, () -> forward(call));
      if (instead.isPresent()) {
        return instead.get();
      }
    }
    return forward(call);
  }

  private Answer forward(Call call) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(call.target()))
            .method(call.method(), BodyPublishers.ofByteArray(call.bytes()));
    call.headers().entrySet().stream()
        .filter(one -> !NOT_HANDED_ON.contains(one.getKey()))
        .forEach(one -> request.header(one.getKey(), one.getValue()));
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      Map<String, String> headers =
          response.headers().map().entrySet().stream()
              .filter(one -> !NOT_HANDED_ON.contains(one.getKey()))
              .collect(
                  Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> one.getValue().get(0)));
      return new Answer(
          response.statusCode(), headers, ByteBuffer.wrap(response.body()), Sent.WHOLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static byte[] bytes(ByteBuffer body) {
    byte[] bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    return bytes;
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.sent() == Sent.NOTHING) {
      return;
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.bytes();
    exchange.sendResponseHeaders(answer.status(), body.length);
    int sent = answer.sent() == Sent.HALF ? body.length / 2 : body.length;
    exchange.getResponseBody().write(body, 0, sent);
    exchange.getResponseBody().flush();
  }
}
