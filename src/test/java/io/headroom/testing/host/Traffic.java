package io.headroom.testing.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests that go on while something is changed, counted by how they ended. */
public final class Traffic implements AutoCloseable {

  private static final int OK = 200;
  private static final int CLIENTS = 4;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI uri;
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean ended;

  private Traffic(URI uri) {
    this.uri = uri;
  }

  /** Starts asking a server on this machine. */
  public static Traffic to(int port) {
    Traffic traffic = new Traffic(URI.create("http://127.0.0.1:" + port + "/"));
    for (int i = 0; i < CLIENTS; i++) {
      Thread thread = new Thread(traffic::ask, "traffic");
      thread.start();
      traffic.threads.add(thread);
    }
    return traffic;
  }

  private void ask() {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
    while (!ended) {
      try {
        HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
        (response.statusCode() == OK ? answered : failed).incrementAndGet();
      } catch (IOException e) {
        failed.incrementAndGet();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Returns how many were answered. */
  public int answered() {
    return answered.get();
  }

  /** Returns how many failed. */
  public int failed() {
    return failed.get();
  }

  @Override
  public void close() {
    ended = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
