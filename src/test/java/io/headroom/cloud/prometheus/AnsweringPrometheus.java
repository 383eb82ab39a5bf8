package io.headroom.cloud.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * The two requests of Prometheus' HTTP API that are made here. It does not evaluate expressions: an
 * answer is set for each word that one contains. It refuses another path and more than 11,000
 * values of a series, as Prometheus does.
 */
final class AnsweringPrometheus implements AutoCloseable {

  private static final int MOST = 11_000;

  private final HttpServer server;
  private final Map<String, Map<String, TreeMap<Long, String>>> series = new TreeMap<>();
  private final List<Map<String, String>> queries = new CopyOnWriteArrayList<>();
  private final List<String> headers = new CopyOnWriteArrayList<>();
  private Optional<String> warning = Optional.empty();
  private int status = 200;
  private String body = "";

  AnsweringPrometheus() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Has values, by the second they are stamped with, for expressions with {@code word} in them. */
  void has(String word, String labelValue, Map<Long, String> values) {
    series.computeIfAbsent(word, key -> new TreeMap<>()).put(labelValue, new TreeMap<>(values));
  }

  void warns(String text) {
    warning = Optional.of(text);
  }

  /** Answers everything in this way from now on. */
  void answers(int code, String text) {
    status = code;
    body = text;
  }

  /** Returns the parameters of each range query. */
  List<Map<String, String>> queries() {
    return queries;
  }

  /** Returns the Authorization of each request that had one. */
  List<String> authorizations() {
    return headers;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
        .ifPresent(headers::add);
    String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (status != 200) {
      send(exchange, status, body);
    } else if (path.equals("/api/v1/query_range")) {
      Map<String, String> query = parameters(sent);
      queries.add(query);
      range(exchange, query);
    } else if (path.equals("/api/v1/label/instance_id/values")) {
      send(exchange, 200, values(exchange.getRequestURI().getRawQuery()));
    } else {
      send(exchange, 404, "404 page not found");
    }
  }

  private String values(String query) {
    String asked = URLDecoder.decode(query, UTF_8);
    List<String> found =
        series.entrySet().stream()
            .filter(one -> asked.contains(one.getKey()))
            .flatMap(one -> one.getValue().keySet().stream())
            .distinct()
            .map(value -> "\"" + value + "\"")
            .toList();
    return success("[" + String.join(",", found) + "]");
  }

  private void range(HttpExchange exchange, Map<String, String> query) throws IOException {
    long start = Long.parseLong(query.getOrDefault("start", ""));
    long end = Long.parseLong(query.getOrDefault("end", ""));
    long step = Long.parseLong(query.getOrDefault("step", ""));
    if ((end - start) / step + 1 > MOST) {
      send(
          exchange,
          400,
          "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"exceeded maximum resolution"
              + " of 11,000 points per timeseries\"}");
      return;
    }
    List<String> found = new ArrayList<>();
    series.forEach(
        (word, byLabel) -> {
          if (query.getOrDefault("query", "").contains(word)) {
            byLabel.forEach((label, values) -> found.add(one(label, values, start, end, step)));
          }
        });
    send(
        exchange,
        200,
        success("{\"resultType\":\"matrix\",\"result\":[" + String.join(",", found) + "]}"));
  }

  private static String one(
      String label, NavigableMap<Long, String> values, long start, long end, long step) {
    return values
        .subMap(start, /* fromInclusive= */ true, end, /* toInclusive= */ true)
        .entrySet()
        .stream()
        .filter(value -> (value.getKey() - start) % step == 0)
        .map(value -> "[" + value.getKey() + ",\"" + value.getValue() + "\"]")
        .collect(
            Collectors.joining(
                ",", "{\"metric\":{\"instance_id\":\"" + label + "\"},\"values\":[", "]}"));
  }

  private String success(String data) {
    return "{\"status\":\"success\",\"data\":"
        + data
        + warning.map(text -> ",\"warnings\":[\"" + text + "\"]").orElse("")
        + "}";
  }

  private static Map<String, String> parameters(String form) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : form.split("&", -1)) {
      int at = pair.indexOf('=');
      parameters.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), UTF_8));
    }
    return parameters;
  }

  private static void send(HttpExchange exchange, int code, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
