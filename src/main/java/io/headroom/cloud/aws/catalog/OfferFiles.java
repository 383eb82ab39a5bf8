package io.headroom.cloud.aws.catalog;

import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The public price list of AWS: a CSV file for each region, over HTTPS and without credentials,
 * read through the HTTP client of the SDK and so through the same proxy and with the same timeouts.
 */
final class OfferFiles {

  /** Where AWS publishes the lists. */
  static final URI PUBLIC = URI.create("https://pricing.us-east-1.amazonaws.com");

  private static final String CURRENT = "/offers/v1.0/aws/AmazonEC2/current/";
  private static final String OPERATION = "price list";
  private static final String CANNOT = "Cannot read the price list of aws ";
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int BUFFER = 1 << 16;

  private final URI endpoint;
  private final SdkHttpClient http;

  OfferFiles(URI endpoint, SdkHttpClient http) {
    this.endpoint = endpoint;
    this.http = http;
  }

  /**
   * Returns the current list of a region, streamed.
   *
   * @throws CloudException if there is none, it cannot be had whole, or it is not as documented
   */
  PriceList read(String region) {
    URI file = endpoint.resolve(CURRENT + region + "/index.csv");
    try {
      HttpExecuteResponse response = get(file);
      try (InputStream body = body(response)) {
        return read(region, file, response, body);
      }
    } catch (IOException e) {
      String reason = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
      FailureKind kind =
          e instanceof SocketTimeoutException ? FailureKind.TIMED_OUT : FailureKind.UNAVAILABLE;
      throw failure(kind, region, file + " broke off: " + reason + "; try again", e);
    } catch (PriceListException e) {
      throw failure(FailureKind.UNEXPECTED, region, file + ": " + e.getMessage(), e);
    }
  }

  private static PriceList read(
      String region, URI file, HttpExecuteResponse response, InputStream body) throws IOException {
    int status = response.httpResponse().statusCode();
    if (status != OK) {
      throw refused(region, file, status);
    }
    Reader text = new InputStreamReader(decoded(response, body), StandardCharsets.UTF_8);
    return PriceListReader.read(new BufferedReader(text, BUFFER), region);
  }

  private static InputStream body(HttpExecuteResponse response) {
    return response
        .responseBody()
        .map(InputStream.class::cast)
        .orElseGet(InputStream::nullInputStream);
  }

  private HttpExecuteResponse get(URI file) throws IOException {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .uri(file)
            .method(SdkHttpMethod.GET)
            .putHeader("Accept-Encoding", "gzip")
            .build();
    return http.prepareRequest(HttpExecuteRequest.builder().request(request).build()).call();
  }

  private static InputStream decoded(HttpExecuteResponse response, InputStream body)
      throws IOException {
    Optional<Long> length =
        response.httpResponse().firstMatchingHeader("Content-Length").map(Long::valueOf);
    InputStream whole = length.<InputStream>map(bytes -> new WholeBody(body, bytes)).orElse(body);
    boolean packed =
        response
            .httpResponse()
            .firstMatchingHeader("Content-Encoding")
            .filter("gzip"::equals)
            .isPresent();
    return packed ? new GZIPInputStream(whole, BUFFER) : whole;
  }

  /** AWS answers 403 or 404 for a file that does not exist. */
  private static CloudException refused(String region, URI file, int status) {
    boolean missing = status == FORBIDDEN || status == NOT_FOUND;
    String remedy =
        missing
            ? "check the name of the region, and that a proxy lets it through"
            : "try again later";
    return new CloudException(
        missing ? FailureKind.NOT_FOUND : FailureKind.UNAVAILABLE,
        OPERATION,
        Integer.toString(status),
        CANNOT + region + ": " + file + " answered HTTP " + status + "; " + remedy);
  }

  private static CloudException failure(
      FailureKind kind, String region, String reason, Exception cause) {
    return new CloudException(kind, OPERATION, "", CANNOT + region + ": " + reason, cause);
  }
}
