package io.headroom.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** An HTTP server on this machine that answers from a function and keeps what it was asked. */
public final class LoopbackServer implements AutoCloseable {

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  private LoopbackServer(HttpServer server) {
    this.server = server;
  }

  /**
   * What was asked.
   *
   * @param target path and query
   * @param headers first value of each header by its name in lower case
   */
  public record Request(
      String method, String target, SortedMap<String, String> headers, String body) {}

  /** How a body is sent. */
  public enum Packing {
    NONE,
    GZIP
  }

  /**
   * What is answered.
   *
   * @param missing bytes that are announced and not sent
   * @param packing whether the body is sent packed
   */
  public record Answer(int status, String type, String body, int missing, Packing packing) {

    public static Answer of(int status, String type, String text) {
      return new Answer(status, type, text, 0, Packing.NONE);
    }

    /** Returns this answer with more announced than there is. */
    public Answer cutOff() {
      return new Answer(status, type, body, 1000, packing);
    }

    /** Returns the first half of this answer, of which all was announced. */
    public Answer half() {
      int sent = body.length() / 2;
      return new Answer(status, type, body.substring(0, sent), body.length() - sent, packing);
    }

    /** Returns this answer, packed with gzip. */
    public Answer gzipped() {
      return new Answer(status, type, body, missing, Packing.GZIP);
    }

    private byte[] bytes() throws IOException {
      byte[] plain = body.getBytes(StandardCharsets.UTF_8);
      if (packing == Packing.NONE) {
        return plain;
      }
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(plain);
      }
      return packed.toByteArray();
    }
  }

  /** Starts a server; what {@code answers} throws is answered with status 500. */
  public static LoopbackServer start(Function<Request, Answer> answers) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      LoopbackServer server = new LoopbackServer(http);
      http.createContext("/", exchange -> server.handle(exchange, answers));
      http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns its address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Returns what it was asked until now. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange, Function<Request, Answer> answers) {
    try (exchange) {
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              headers(exchange),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      requests.add(request);
      Answer answer = answers.apply(request);
      exchange.getResponseHeaders().add("Content-Type", answer.type());
      byte[] body = answer.bytes();
      if (answer.packing() == Packing.GZIP) {
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
      }
      exchange.sendResponseHeaders(answer.status(), body.length + (long) answer.missing());
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
    } catch (IOException e) {
      // whoever asked has gone, or the body was cut off on purpose
    }
  }

  private static SortedMap<String, String> headers(HttpExchange exchange) {
    SortedMap<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return headers;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
