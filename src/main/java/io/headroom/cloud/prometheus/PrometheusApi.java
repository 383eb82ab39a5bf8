package io.headroom.cloud.prometheus;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Sends requests to the HTTP API of Prometheus and reads the answers in a stream. */
final class PrometheusApi {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int OK = 200;

  private final PrometheusServer server;
  private final HttpClient client;
  private final JsonFactory json = new JsonFactory();

  PrometheusApi(PrometheusServer server) {
    this.server = server;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  PrometheusServer server() {
    return server;
  }

  /** A parameter of a request; a name may occur more than once. */
  record Parameter(String name, String value) {}

  /** What reads an answer. */
  interface Answer {
    void read(JsonParser parser) throws IOException;
  }

  /**
   * Sends a request and has its answer read. Parameters go in the body, since a query may be longer
   * than a server takes in an address.
   *
   * @param path after {@code /api/v1/}
   * @param task what is to be done, after "Cannot"
   * @throws io.headroom.model.cloud.CloudException if it fails
   */
  void post(String path, List<Parameter> parameters, String task, Answer answer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/" + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(parameters)));
    send(request, path, task, answer);
  }

  /** As {@link #post}, for what can only be asked for with the parameters in the address. */
  void get(String path, List<Parameter> parameters, String task, Answer answer) {
    send(
        HttpRequest.newBuilder(
                URI.create(server.url() + "/api/v1/" + path + "?" + form(parameters)))
            .timeout(PATIENCE)
            .GET(),
        path,
        task,
        answer);
  }

  private void send(HttpRequest.Builder request, String path, String task, Answer answer) {
    server.headers().forEach(request::header);
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body();
          JsonParser parser = json.createParser(body)) {
        if (response.statusCode() != OK) {
          throw PrometheusErrors.refused(
              path, task, response.statusCode(), RefusalReader.reason(parser));
        }
        answer.read(parser);
      }
    } catch (JacksonException e) {
      throw PrometheusErrors.unreadable(path, task, "the answer is no JSON");
    } catch (IOException e) {
      throw PrometheusErrors.unanswered(path, task, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PrometheusErrors.interrupted(path, task, e);
    }
  }

  private static String form(List<Parameter> parameters) {
    return parameters.stream()
        .map(one -> one.name() + "=" + URLEncoder.encode(one.value(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
