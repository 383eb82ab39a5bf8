package io.headroom.cloud.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
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

  static final String ACCOUNT = "loopback";
  private static final String REGION = "us-east-1";
  private static final int OK = 200;

  private final HttpServer server;
  private final Map<Place, LoopbackPlace> places = new ConcurrentHashMap<>();
  private final LoopbackSts sts = new LoopbackSts();
  private final List<String> actions = new CopyOnWriteArrayList<>();
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();

  private LoopbackAws(HttpServer server) {
    this.server = server;
  }

  /** An account, named by the first part of its access keys ({@code prod-1}), in a region. */
  private record Place(String account, String region) {}

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
    System.setProperty("aws.endpointUrl", aws.address().toString());
    System.setProperty("aws.accessKeyId", ACCOUNT);
    System.setProperty("aws.secretAccessKey", ACCOUNT);
    return aws;
  }

  /** Forgets machines, samples, faults and requests. */
  public void reset() {
    places.clear();
    sts.reset();
    actions.clear();
    faults.clear();
  }

  /** Returns what an account has in a region. Where nothing was put, all see the same. */
  public LoopbackPlace place(String account, String region) {
    return places.computeIfAbsent(new Place(account, region), key -> LoopbackPlace.of(account));
  }

  /** Adds a running instance. */
  public void add(String id, String type) {
    ec2().add(new LoopbackEc2.Machine(id, type, "running", ""));
  }

  /** Returns the id of the access key that signed the last request of an action. */
  public String signedBy(String action) {
    return keys.getOrDefault(action, "");
  }

  LoopbackEc2 ec2() {
    return place(ACCOUNT, REGION).ec2();
  }

  LoopbackCloudWatch cloudWatch() {
    return place(ACCOUNT, REGION).cloudWatch();
  }

  /** Returns what gives credentials for roles. */
  public LoopbackSts sts() {
    return sts;
  }

  /** Returns its address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Returns how many series the GetMetricData requests asked for, each request by itself. */
  public long metricsAskedFor() {
    return places.values().stream().mapToLong(place -> place.cloudWatch().metricsAskedFor()).sum();
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
    AwsCall call =
        AwsCall.of(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            exchange.getRequestBody().readAllBytes());
    actions.add(call.action());
    keys.put(call.action(), call.accessKey());
    Optional<Fault> fault = Optional.ofNullable(faults.get(call.action())).map(Deque::poll);
    send(exchange, fault.isPresent() ? refused(call, fault.get()) : answer(call));
  }

  private Reply answer(AwsCall call) throws IOException {
    if (call.service().equals("sts")) {
      return sts.answer(call);
    }
    Place where = new Place(call.account(), call.region());
    LoopbackPlace place =
        Optional.ofNullable(places.get(where)).orElseGet(() -> place(ACCOUNT, REGION));
    return call.isCbor()
        ? place.cloudWatch().answer(call.action(), call.bytes())
        : place.ec2().answer(call.action(), call.form());
  }

  /** Returns the answer to a call that goes wrong, in the form of its protocol. */
  static Reply refused(AwsCall call, Fault fault) throws IOException {
    if (call.service().equals("sts")) {
      return LoopbackSts.refused(fault);
    }
    return call.isCbor() ? LoopbackCloudWatch.refused(fault) : LoopbackEc2.refused(fault);
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
}
