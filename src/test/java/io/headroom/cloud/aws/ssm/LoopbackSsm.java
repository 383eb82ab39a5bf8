package io.headroom.cloud.aws.ssm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Systems Manager on a loopback port: it knows the shipped document, refuses what its patterns
 * refuse, runs its script on this machine, and answers with the states and errors of the API
 * reference. Faults can be put before what it would answer.
 */
final class LoopbackSsm implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PROPERTIES =
      List.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey");
  private static final int MOST_OUTPUT = 24_000;

  private final HttpServer server;
  private final JsonNode document;
  private final Map<String, Command> commands = new ConcurrentHashMap<>();
  private final Deque<String> faultsOfSend = new ArrayDeque<>();
  private final Deque<String> faultsOfGet = new ArrayDeque<>();
  private final List<String> actions = new CopyOnWriteArrayList<>();

  /** A command that was sent. */
  private record Command(Process process, Path out) {}

  private LoopbackSsm(HttpServer server) throws IOException {
    this.server = server;
    this.document = JSON.readTree(Path.of("terraform/aws/headroom-host.ssm.json").toFile());
  }

  static LoopbackSsm start() throws IOException {
    LoopbackSsm ssm =
        new LoopbackSsm(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    ssm.server.setExecutor(Executors.newCachedThreadPool());
    ssm.server.createContext("/", ssm::answer);
    ssm.server.start();
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + ssm.server.getAddress().getPort());
    System.setProperty("aws.accessKeyId", "loopback");
    System.setProperty("aws.secretAccessKey", "loopback");
    return ssm;
  }

  /** Makes the next commands fail to be sent with this code of an error. */
  void failSend(String... codes) {
    faultsOfSend.addAll(List.of(codes));
  }

  /**
   * Puts these before the answers to the next questions: the code of an error, or a state with its
   * details after a slash.
   */
  void failGet(String... states) {
    faultsOfGet.addAll(List.of(states));
  }

  /** Returns the actions that were sent. */
  List<String> actions() {
    return actions;
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    ObjectNode reply;
    try {
      reply = "AmazonSSM.SendCommand".equals(target) ? send(body) : get(body);
    } catch (IllegalArgumentException e) {
      reply = error(String.valueOf(e.getMessage()));
    }
    byte[] bytes = reply.toString().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(reply.has("__type") ? 400 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static ObjectNode error(String code) {
    return JSON.createObjectNode().put("__type", code).put("message", "as the test wants");
  }

  private synchronized ObjectNode send(JsonNode body) throws IOException {
    if (!faultsOfSend.isEmpty()) {
      return error(faultsOfSend.remove());
    }
    if (!body.path("DocumentName").asText().equals("headroom-host")) {
      return error("InvalidDocument");
    }
    String id = "c-" + commands.size();
    Path out = Files.createTempFile("ssm", ".out");
    actions.add(body.at("/Parameters/action/0").asText());
    Process process =
        new ProcessBuilder("/bin/sh", "-c", filled(body.path("Parameters")))
            .redirectOutput(out.toFile())
            .redirectError(Path.of(out + ".err").toFile())
            .start();
    commands.put(id, new Command(process, out));
    ObjectNode reply = JSON.createObjectNode();
    reply.putObject("Command").put("CommandId", id);
    return reply;
  }

  /** As the service does it: a value that its pattern refuses is refused, then all are put in. */
  private String filled(JsonNode given) {
    String script =
        document
            .at("/mainSteps/0/inputs/runCommand")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.joining("\n"));
    for (Map.Entry<String, JsonNode> parameter : document.path("parameters").properties()) {
      String value =
          given
              .path(parameter.getKey())
              .path(0)
              .asText(parameter.getValue().path("default").asText());
      JsonNode pattern = parameter.getValue().path("allowedPattern");
      JsonNode values = parameter.getValue().path("allowedValues");
      boolean accepted =
          pattern.isMissingNode()
              ? values.toString().contains("\"" + value + "\"")
              : value.matches(pattern.asText());
      if (!accepted) {
        throw new IllegalArgumentException("InvalidParameters");
      }
      script = script.replace("{{ " + parameter.getKey() + " }}", value);
    }
    return script;
  }

  private synchronized ObjectNode get(JsonNode body) {
    String id = body.path("CommandId").asText();
    if (!faultsOfGet.isEmpty()) {
      String next = faultsOfGet.remove();
      int slash = next.indexOf('/');
      return slash < 0
          ? error(next)
          : state(id, next.substring(0, slash)).put("StatusDetails", next.substring(slash + 1));
    }
    Command command = Optional.ofNullable(commands.get(id)).orElseThrow();
    Process process = command.process();
    if (process.isAlive()) {
      return state(id, "InProgress");
    }
    try {
      return state(id, process.exitValue() == 0 ? "Success" : "Failed")
          .put("ResponseCode", process.exitValue())
          .put("StandardOutputContent", head(command.out()))
          .put("StandardErrorContent", head(Path.of(command.out() + ".err")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode state(String id, String state) {
    return JSON.createObjectNode()
        .put("CommandId", id)
        .put("Status", state)
        .put("StatusDetails", state)
        .put("ResponseCode", -1);
  }

  private static String head(Path file) throws IOException {
    String text = Files.readString(file);
    return text.length() > MOST_OUTPUT ? text.substring(0, MOST_OUTPUT) : text;
  }

  @Override
  public void close() {
    server.stop(0);
    PROPERTIES.forEach(System::clearProperty);
  }
}
