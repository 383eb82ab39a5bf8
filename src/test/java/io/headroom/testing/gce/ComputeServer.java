package io.headroom.testing.gce;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.cloud.compute.v1.Disk;
import com.google.cloud.compute.v1.Instance;
import com.google.cloud.compute.v1.InstanceGroupManager;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The three aggregated lists of Compute Engine's REST API. It refuses what it does not know:
 * another path, a parameter of another name, a page token it did not give. Source: Compute Engine
 * API v1, {@code aggregatedList} and "Error messages".
 */
public final class ComputeServer implements AutoCloseable {

  private static final Pattern LIST =
      Pattern.compile(
          "/compute/v1/projects/([a-z0-9-]+)/aggregated/"
              + "(instances|disks|instanceGroupManagers)");

  private static final Set<String> PARAMETERS =
      Set.of("maxResults", "pageToken", "returnPartialSuccess", "$alt", "alt");

  private final HttpServer server;
  private final Map<String, List<Item>> items = new HashMap<>();
  private final Set<String> unreachable = new TreeSet<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private int pageSize = 500;

  private record Item(String scope, String json) {}

  private record Fault(String match, int status, String body, AtomicInteger times) {}

  private ComputeServer(HttpServer server) {
    this.server = server;
  }

  public static ComputeServer start() {
    // the JDK's server else waits for the acknowledgement of its header, 40 ms each time
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ComputeServer compute = new ComputeServer(server);
      server.createContext("/", compute::answer);
      server.start();
      return compute;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns where it listens. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Gives at most this many items a page. */
  public ComputeServer pagesOf(int count) {
    pageSize = count;
    return this;
  }

  public void add(String project, Instance instance) {
    add(project, "instances", zone(instance.getZone()), instance);
  }

  public void add(String project, Disk disk) {
    add(project, "disks", zone(disk.getZone()), disk);
  }

  public void add(String project, InstanceGroupManager group) {
    add(project, "instanceGroupManagers", zone(group.getZone()), group);
  }

  /** Cannot reach a zone from now on: what is there is left out, and said so. */
  public void loses(String zone) {
    unreachable.add("zones/" + zone);
  }

  /**
   * Answers the next requests whose path and query contain {@code match} with an error in Google's
   * shape.
   */
  public void refuses(String match, int times, int status, String reason, String message) {
    String body =
        "{\"error\":{\"code\":"
            + status
            + ",\"message\":\""
            + message
            + "\",\"errors\":[{\"message\":\""
            + message
            + "\",\"domain\":\"global\",\"reason\":\""
            + reason
            + "\"}]}}";
    answers(match, times, status, body);
  }

  /** Answers the next requests whose path and query contain {@code match} with any body. */
  public void answers(String match, int times, int status, String body) {
    faults.add(new Fault(match, status, body, new AtomicInteger(times)));
  }

  /** Returns path and query of each request so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void add(String project, String kind, String scope, MessageOrBuilder message) {
    try {
      items
          .computeIfAbsent(project + "/" + kind, key -> new ArrayList<>())
          .add(new Item(scope, JsonFormat.printer().print(message)));
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String zone(String link) {
    return link.substring(link.indexOf("zones/"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toString();
    requests.add(target);
    exchange.getRequestBody().readAllBytes();
    for (Fault fault : faults) {
      if (target.contains(fault.match()) && fault.times().getAndDecrement() > 0) {
        send(exchange, fault.status(), fault.body());
        return;
      }
    }
    Matcher list = LIST.matcher(exchange.getRequestURI().getPath());
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    if (!exchange.getRequestMethod().equals("GET") || !list.matches()) {
      send(exchange, 404, "{\"error\":{\"code\":404,\"message\":\"not a list\"}}");
    } else if (!PARAMETERS.containsAll(query.keySet()) || !hasToken(query)) {
      send(exchange, 400, "{\"error\":{\"code\":400,\"message\":\"unknown " + query + "\"}}");
    } else {
      send(exchange, 200, page(list.group(1), list.group(2), query));
    }
  }

  private static boolean hasToken(Map<String, String> query) {
    return query.getOrDefault("pageToken", "at-0").matches("at-\\d+");
  }

  private String page(String project, String kind, Map<String, String> query) {
    List<Item> all =
        items.getOrDefault(project + "/" + kind, List.of()).stream()
            .filter(item -> !unreachable.contains(item.scope()))
            .toList();
    int most = Math.min(pageSize, Integer.parseInt(query.getOrDefault("maxResults", "500")));
    int from = Integer.parseInt(query.getOrDefault("pageToken", "at-0").substring(3));
    int until = Math.min(all.size(), from + most);
    Map<String, List<String>> byScope = new TreeMap<>();
    byScope.put("zones/us-central1-f", new ArrayList<>()); // every zone is in every answer
    all.subList(from, until)
        .forEach(
            item ->
                byScope.computeIfAbsent(item.scope(), scope -> new ArrayList<>()).add(item.json()));
    List<String> scopes = new ArrayList<>();
    byScope.forEach((scope, found) -> scopes.add("\"" + scope + "\":" + scoped(kind, found)));
    unreachable.forEach(scope -> scopes.add("\"" + scope + "\":" + warning("UNREACHABLE")));
    String lost = String.join(",", unreachable.stream().map(scope -> "\"" + scope + "\"").toList());
    return "{\"kind\":\"compute#aggregatedList\",\"items\":{"
        + String.join(",", scopes)
        + "},\"unreachables\":["
        + lost
        + "]"
        + (until < all.size() ? ",\"nextPageToken\":\"at-" + until + "\"" : "")
        + "}";
  }

  private static String scoped(String kind, List<String> found) {
    return found.isEmpty()
        ? warning("NO_RESULTS_ON_PAGE")
        : "{\"" + kind + "\":[" + String.join(",", found) + "]}";
  }

  private static String warning(String code) {
    return "{\"warning\":{\"code\":\"" + code + "\",\"message\":\"said by the scope\"}}";
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int at = pair.indexOf('=');
        query.put(
            URLDecoder.decode(pair.substring(0, at), UTF_8),
            URLDecoder.decode(pair.substring(at + 1), UTF_8));
      }
    }
    return query;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
