package io.headroom.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium with one page, driven over its debugging protocol. It notes every request the
 * page makes and everything it complains about.
 *
 * <p>Source: Chrome DevTools Protocol, domains Page, Network, Log, Runtime, Emulation.
 */
public final class Chromium implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final WebSocket socket;
  private int calls;

  private Chromium(Process process, URI page) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(page, new Listener(messages))
            .join();
  }

  /** Returns the browser's program: {@code HEADROOM_CHROMIUM}, else the first one on the path. */
  public static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
            Optional.ofNullable(System.getenv("HEADROOM_CHROMIUM")).map(Path::of).stream(),
            Stream.of(path.split(":", -1))
                .flatMap(
                    folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                            .map(name -> Path.of(folder, name))))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts the browser with its profile in {@code folder}. */
  public static Chromium start(Path program, Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("browser.log").toFile())
            .start();
    return new Chromium(process, page(process, folder));
  }

  /** The browser writes its port into a file when it listens, and lists its pages over HTTP. */
  private static URI page(Process process, Path folder) throws Exception {
    Path portFile = folder.resolve("DevToolsActivePort");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.exists(portFile) && !Files.readString(portFile).isBlank()) {
        int port = Integer.parseInt(Files.readAllLines(portFile).get(0));
        Optional<URI> page = page(port);
        if (page.isPresent()) {
          return page.get();
        }
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly();
    throw new IOException(
        "Cannot start the browser: " + Files.readString(folder.resolve("browser.log")));
  }

  private static Optional<URI> page(int port) throws IOException {
    try (InputStream in = URI.create("http://127.0.0.1:" + port + "/json").toURL().openStream()) {
      for (JsonNode page : JSON.readTree(in)) {
        if (page.path("type").asText().equals("page")) {
          return Optional.of(URI.create(page.path("webSocketDebuggerUrl").asText()));
        }
      }
      return Optional.empty();
    }
  }

  /** Opens a page in a window of that width and waits until it is loaded. */
  public void open(Path file, int width, String colorScheme) {
    call("Page.enable", Map.of());
    call("Network.enable", Map.of());
    call("Log.enable", Map.of());
    call("Runtime.enable", Map.of());
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    await("Page.loadEventFired");
  }

  /** Returns what an expression gives in the page, as text. */
  public String evaluate(String expression) {
    return call("Runtime.evaluate", Map.of("expression", "String(" + expression + ")"))
        .path("result")
        .path("value")
        .asText();
  }

  /** Returns the addresses of all requests so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Returns errors, warnings and whatever else reached the console so far. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    int id = ++calls;
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    socket.sendText(message.toString(), true).join();
    JsonNode answer = next();
    while (answer.path("id").asInt() != id) {
      answer = next();
    }
    if (answer.has("error")) {
      throw new IllegalStateException(method + ": " + answer.path("error"));
    }
    return answer.path("result");
  }

  private void await(String event) {
    while (!next().path("method").asText().equals(event)) {
      // other events are noted on the way
    }
  }

  private JsonNode next() {
    try {
      JsonNode message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (message == null) {
        throw new IllegalStateException("Cannot hear from the browser: it is silent");
      }
      note(message);
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void note(JsonNode message) {
    JsonNode parameters = message.path("params");
    switch (message.path("method").asText()) {
      case "Network.requestWillBeSent" ->
          requests.add(parameters.path("request").path("url").asText());
      case "Log.entryAdded" -> complaints.add(parameters.path("entry").toString());
      case "Runtime.consoleAPICalled", "Runtime.exceptionThrown" ->
          complaints.add(parameters.toString());
      default -> {
        // of no interest
      }
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process
        .onExit()
        .completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join()
        .destroyForcibly();
  }

  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> messages;
    private final StringBuilder text = new StringBuilder();

    Listener(BlockingQueue<JsonNode> messages) {
      this.messages = messages;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          messages.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, data, last);
    }
  }
}
