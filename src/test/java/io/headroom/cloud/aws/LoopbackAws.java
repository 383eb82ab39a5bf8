package io.headroom.cloud.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * EC2 and CloudWatch on a loopback port, as far as collecting goes: answers have the shape that the
 * API references document, and what is not known here is refused as an unknown action. The SDK is
 * pointed at it by its own system properties while it is open.
 */
public final class LoopbackAws implements AutoCloseable {

  private static final List<String> PROPERTIES =
      List.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey");

  private static final int OK = 200;

  private final HttpServer server;
  private volatile LoopbackEc2 ec2 = new LoopbackEc2();
  private volatile LoopbackCloudWatch cloudWatch = new LoopbackCloudWatch();
  private final LoopbackSts sts = new LoopbackSts();
  private final List<String> actions = new CopyOnWriteArrayList<>();
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();

  private LoopbackAws(HttpServer server) {
    this.server = server;
  }

  /** How a request goes wrong. */
  public record Fault(int status, String code) {}

  /** Starts the server. */
  public static LoopbackAws start() throws IOException {
    // the JDK's server else waits for the acknowledgement of its header, 40 ms each time
    System.setProperty("sun.net.httpserver.nodelay", "true");
    LoopbackAws aws =
        new LoopbackAws(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    aws.server.createContext("/", aws::answer);
    aws.server.start();
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + aws.server.getAddress().getPort());
    System.setProperty("aws.accessKeyId", "loopback");
    System.setProperty("aws.secretAccessKey", "loopback");
    return aws;
  }

  /** Forgets machines, samples, faults and requests. */
  public void reset() {
    ec2 = new LoopbackEc2();
    cloudWatch = new LoopbackCloudWatch();
    actions.clear();
    faults.clear();
  }

  /** Adds a running instance. */
  public void add(String id, String type) {
    ec2.add(new LoopbackEc2.Machine(id, type, "running", ""));
  }

  /** Returns the id of the access key that signed the last request of an action. */
  public String signedBy(String action) {
    return keys.getOrDefault(action, "");
  }

  LoopbackEc2 ec2() {
    return ec2;
  }

  LoopbackCloudWatch cloudWatch() {
    return cloudWatch;
  }

  /** Makes the next {@code times} requests of an action go wrong. */
  public void fail(String action, int times, Fault fault) {
    Deque<Fault> coming = faults.computeIfAbsent(action, key -> new ArrayDeque<>());
    for (int i = 0; i < times; i++) {
      coming.add(fault);
    }
  }

  /** Returns how many requests of an action there were. */
  public long requests(String action) {
    return actions.stream().filter(action::equals).count();
  }

  @Override
  public void close() {
    server.stop(0);
    PROPERTIES.forEach(System::clearProperty);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    boolean isCbor = path.startsWith("/service/");
    Map<String, String> form = isCbor ? Map.of() : form(new String(body, UTF_8));
    String action =
        isCbor ? path.substring(path.lastIndexOf('/') + 1) : form.getOrDefault("Action", "none");
    actions.add(action);
    keys.put(action, key(exchange));
    Optional<Fault> fault = Optional.ofNullable(faults.get(action)).map(Deque::poll);
    Reply reply;
    if (fault.isPresent()) {
      reply = isCbor ? LoopbackCloudWatch.refused(fault.get()) : refused(action, fault.get());
    } else {
      reply = isCbor ? cloudWatch.answer(action, body) : query(action, form, keys.get(action));
    }
    send(exchange, reply);
  }

  private static Reply refused(String action, Fault fault) {
    return LoopbackSts.answers(action) ? LoopbackSts.refused(fault) : LoopbackEc2.refused(fault);
  }

  private Reply query(String action, Map<String, String> form, String key) {
    return LoopbackSts.answers(action) ? sts.answer(action, form, key) : ec2.answer(action, form);
  }

  /** Source: Signature Version 4, {@code Credential=KEY/DATE/REGION/SERVICE/aws4_request}. */
  private static String key(HttpExchange exchange) {
    String signature =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    return signature.replaceFirst(".*Credential=([^/]*)/.*", "$1");
  }

  /** What is sent back. */
  record Reply(int status, String contentType, ByteBuffer body) {
    static Reply ok(String contentType, byte[] body) {
      return new Reply(OK, contentType, ByteBuffer.wrap(body));
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
    exchange.sendResponseHeaders(reply.status(), reply.body().remaining());
    exchange.getResponseBody().write(reply.body().array());
    exchange.close();
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    List<String> pairs = new ArrayList<>(List.of(body.split("&", -1)));
    for (String pair : pairs) {
      int at = pair.indexOf('=');
      if (at > 0) {
        form.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), UTF_8));
      }
    }
    return form;
  }
}
