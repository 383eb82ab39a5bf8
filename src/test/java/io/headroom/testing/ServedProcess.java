package io.headroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service in a process of its own, on any free port of the loopback. */
public final class ServedProcess implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
  private static final String READY = "machines judged";
  private static final int TENTHS = 900;

  private final Process process;
  private final Path log;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  private ServedProcess(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts the service and waits until it is ready. */
  public static ServedProcess start(Path log, String... arguments) {
    return start(log, Map.of(), arguments);
  }

  /** Starts the service with settings in its environment, and waits until it is ready. */
  public static ServedProcess start(
      Path log, Map<String, String> environment, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target", "headroom.jar").toString(),
                "io.headroom.wiring.Main",
                "serve",
                "--port",
                "0"));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      return new ServedProcess(process, log, port(process, log));
    } catch (IOException e) {
      throw new AssertionError("the service does not start", e);
    }
  }

  private static int port(Process process, Path log) throws IOException {
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      String said = Files.readString(log, UTF_8);
      Matcher matcher = LISTENING.matcher(said);
      if (matcher.find() && said.contains(READY)) {
        return Integer.parseInt(matcher.group(1));
      }
      if (ended(process, 100)) {
        throw new AssertionError("the service ended: " + Files.readString(log, UTF_8));
      }
    }
    process.destroyForcibly();
    throw new AssertionError("the service is not ready in time: " + Files.readString(log, UTF_8));
  }

  private static boolean ended(Process process, long milliseconds) {
    try {
      return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Returns the port it listens on. */
  public int port() {
    return port;
  }

  /** Returns a request for a path. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(60));
  }

  /** Sends a request. */
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Gets a path. */
  public HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  /** Posts JSON. */
  public HttpResponse<String> post(String path, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  /** Returns everything it has logged so far. */
  public String log() {
    try {
      return Files.readString(log, UTF_8);
    } catch (IOException e) {
      throw new AssertionError("the log cannot be read", e);
    }
  }

  /** Tells it to end and waits until it has. */
  @Override
  public void close() {
    process.destroy();
    if (!ended(process, 30_000)) {
      process.destroyForcibly();
      throw new AssertionError("the service does not end when told");
    }
  }
}
