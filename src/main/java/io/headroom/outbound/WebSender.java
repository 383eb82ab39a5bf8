package io.headroom.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends requests to destinations that were checked: to the address that was checked and no other,
 * without redirects, retries, cookies, proxies or a second look-up, and for a limited time.
 */
public final class WebSender implements AutoCloseable {

  /** Most of an answer that is read. */
  static final int MOST_BYTES = 64 * 1024;

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  private final CloseableHttpClient client;
  private final ScheduledExecutorService alarm;
  private final Duration limit;

  /**
   * Prepares to send.
   *
   * @param limit longest time of a request, from connecting to the last byte of the answer
   */
  public WebSender(Duration limit) {
    this.limit = limit;
    this.client = client(limit);
    this.alarm = Executors.newSingleThreadScheduledExecutor(WebSender::named);
  }

  private static Thread named(Runnable task) {
    Thread thread = new Thread(task, "headroom-outbound");
    thread.setDaemon(true);
    return thread;
  }

  private static CloseableHttpClient client(Duration limit) {
    Timeout whole = Timeout.of(limit);
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new NoLookup())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(TO_CONNECT))
                        .setSocketTimeout(whole)
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(whole)
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .setUserAgent("headroom")
        .build();
  }

  /**
   * Posts a body.
   *
   * @throws OutboundException of kind {@code UNAVAILABLE} if there was no answer in time; whether
   *     the body was taken is not known then
   */
  public WebAnswer post(
      Destination destination, String mediaType, Map<String, String> headers, byte[] body) {
    HttpPost request = new HttpPost(destination.uri());
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body, ContentType.parse(mediaType)));
    HttpHost host =
        new HttpHost(
            destination.uri().getScheme(),
            destination.place(),
            destination.host(),
            destination.port());
    Future<?> end = alarm.schedule(request::abort, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return answer(client.executeOpen(host, request, null));
    } catch (IOException e) {
      throw new OutboundException(
          OutboundException.Kind.UNAVAILABLE,
          "Cannot send to "
              + destination.shown()
              + ": "
              + (request.isAborted() ? "no answer within " + limit.toSeconds() + " s" : reason(e)),
          e);
    } finally {
      end.cancel(/* mayInterruptIfRunning= */ false);
      // ends the connection; closing the response would read the rest, however much that is
      request.abort();
    }
  }

  private static String reason(IOException failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  private static WebAnswer answer(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() == null) {
      return new WebAnswer(response.getCode(), "");
    }
    InputStream body = response.getEntity().getContent();
    return new WebAnswer(
        response.getCode(), new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    alarm.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new OutboundException(
          OutboundException.Kind.UNAVAILABLE, "Cannot close connections: " + reason(e), e);
    }
  }

  /** Addresses are looked up before, and once. */
  private static final class NoLookup implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      throw new UnknownHostException(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
