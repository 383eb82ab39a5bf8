package io.headroom.cloud.aws;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.headroom.cloud.aws.LoopbackAws.Fault;
import io.headroom.cloud.aws.LoopbackAws.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** CloudWatch's part of the loopback server, in Smithy RPC v2 CBOR. */
final class LoopbackCloudWatch {

  private static final String CBOR = "application/cbor";
  private static final ObjectMapper MAPPER = new ObjectMapper(new CBORFactory());
  private static final int BAD_REQUEST = 400;
  private static final int MOST_QUERIES = 500;
  private static final int TIME = 1;

  private final Map<NativeKey, SortedMap<Long, Double>> series = new LinkedHashMap<>();
  private final AtomicLong asked = new AtomicLong();
  private int pagePoints = 100_800;
  private boolean cut;

  /** What identifies samples here: a series and a statistic of it. */
  record NativeKey(
      String namespace, String name, SortedMap<String, String> dimensions, String statistic) {}

  /** Sets the samples of a series, by the second in which their slot starts. */
  void put(NativeKey key, SortedMap<Long, Double> samples) {
    series.put(key, samples);
  }

  /** Makes pages this small. */
  void pagesOf(int points) {
    pagePoints = points;
  }

  /** Makes the answers break off after their first page, without a token for the next. */
  void cutAnswers() {
    cut = true;
  }

  Reply answer(String action, byte[] body) throws IOException {
    JsonNode request = MAPPER.readTree(body);
    return switch (action) {
      case "ListMetrics" -> listMetrics(request);
      case "GetMetricData" -> metricData(request);
      default -> refused(new Fault(BAD_REQUEST, "UnknownOperationException"));
    };
  }

  private Reply listMetrics(JsonNode request) throws IOException {
    List<NativeKey> found =
        series.keySet().stream()
            .filter(key -> key.namespace().equals(request.path("Namespace").asText()))
            .filter(key -> key.name().equals(request.path("MetricName").asText()))
            .map(key -> new NativeKey(key.namespace(), key.name(), key.dimensions(), ""))
            .distinct()
            .toList();
    return written(
        out -> {
          out.writeArrayFieldStart("Metrics");
          for (NativeKey key : found) {
            out.writeStartObject();
            out.writeStringField("Namespace", key.namespace());
            out.writeStringField("MetricName", key.name());
            out.writeArrayFieldStart("Dimensions");
            for (Map.Entry<String, String> one : key.dimensions().entrySet()) {
              out.writeStartObject();
              out.writeStringField("Name", one.getKey());
              out.writeStringField("Value", one.getValue());
              out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  /** A part of a query's samples on one page. */
  private record Result(String id, String status, List<Map.Entry<Long, Double>> samples) {}

  private Reply metricData(JsonNode request) throws IOException {
    if (request.path("MetricDataQueries").size() > MOST_QUERIES) {
      return refused(new Fault(BAD_REQUEST, "ValidationError"));
    }
    asked.addAndGet(series(request));
    List<Result> all = results(request);
    int page = request.path("NextToken").asInt(0);
    List<List<Result>> pages = pages(all);
    boolean isLast = cut || page + 1 >= pages.size();
    return written(
        out -> {
          out.writeArrayFieldStart("MetricDataResults");
          for (Result result : pages.get(page)) {
            write(result, (CBORGenerator) out);
          }
          out.writeEndArray();
          if (!isLast) {
            out.writeStringField("NextToken", String.valueOf(page + 1));
          }
        });
  }

  /** What is charged: series, each once in a request, whatever is asked of it. */
  private static long series(JsonNode request) {
    return request.path("MetricDataQueries").findValues("Metric").stream().distinct().count();
  }

  /** Returns how many series the requests asked for, each request by itself. */
  long metricsAskedFor() {
    return asked.get();
  }

  private List<Result> results(JsonNode request) {
    long start = request.path("StartTime").asLong();
    long end = request.path("EndTime").asLong();
    List<Result> results = new ArrayList<>();
    for (JsonNode query : request.path("MetricDataQueries")) {
      JsonNode stat = query.path("MetricStat");
      SortedMap<String, String> dimensions = new TreeMap<>();
      stat.path("Metric")
          .path("Dimensions")
          .forEach(one -> dimensions.put(one.path("Name").asText(), one.path("Value").asText()));
      NativeKey key =
          new NativeKey(
              stat.path("Metric").path("Namespace").asText(),
              stat.path("Metric").path("MetricName").asText(),
              dimensions,
              stat.path("Stat").asText());
      SortedMap<Long, Double> samples =
          Optional.ofNullable(series.get(key)).orElseGet(TreeMap::new).subMap(start, end);
      results.add(
          new Result(query.path("Id").asText(), "Complete", List.copyOf(samples.entrySet())));
    }
    return results;
  }

  /** A page is full at so many points; a query that goes on is partial until its last page. */
  private List<List<Result>> pages(List<Result> all) {
    List<List<Result>> pages = new ArrayList<>();
    pages.add(new ArrayList<>());
    int room = pagePoints;
    for (Result result : all) {
      List<Map.Entry<Long, Double>> left = result.samples();
      while (left.size() > room) {
        pages
            .get(pages.size() - 1)
            .add(new Result(result.id(), "PartialData", left.subList(0, room)));
        left = left.subList(room, left.size());
        pages.add(new ArrayList<>());
        room = pagePoints;
      }
      pages.get(pages.size() - 1).add(new Result(result.id(), "Complete", left));
      room -= left.size();
    }
    return pages;
  }

  /** Returns an answer of GetMetricData that ends half-way, and says so. */
  static byte[] cut(byte[] answer) throws IOException {
    JsonNode results = MAPPER.readTree(answer).path("MetricDataResults");
    int last = results.size() / 2;
    return bytes(
        out -> {
          out.writeArrayFieldStart("MetricDataResults");
          for (int i = 0; i <= last; i++) {
            write(read(results.get(i), i == last), (CBORGenerator) out);
          }
          out.writeEndArray();
        });
  }

  private static Result read(JsonNode result, boolean isCut) {
    List<Map.Entry<Long, Double>> samples = new ArrayList<>();
    int all = result.path("Timestamps").size();
    for (int i = 0; i < (isCut ? all / 2 : all); i++) {
      samples.add(
          Map.entry(
              result.path("Timestamps").get(i).asLong(), result.path("Values").get(i).asDouble()));
    }
    String status = isCut ? "PartialData" : result.path("StatusCode").asText();
    return new Result(result.path("Id").asText(), status, samples);
  }

  private static void write(Result result, CBORGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("Id", result.id());
    out.writeStringField("Label", result.id());
    out.writeStringField("StatusCode", result.status());
    out.writeArrayFieldStart("Timestamps");
    for (Map.Entry<Long, Double> sample : result.samples()) {
      out.writeTag(TIME);
      out.writeNumber(sample.getKey());
    }
    out.writeEndArray();
    out.writeArrayFieldStart("Values");
    for (Map.Entry<Long, Double> sample : result.samples()) {
      out.writeNumber(sample.getValue());
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Writes the content of an answer. */
  private interface Content {
    void write(JsonGenerator out) throws IOException;
  }

  private static Reply written(Content content) throws IOException {
    return Reply.ok(CBOR, bytes(content));
  }

  private static byte[] bytes(Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = MAPPER.getFactory().createGenerator(bytes)) {
      out.writeStartObject();
      content.write(out);
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  static Reply refused(Fault fault) throws IOException {
    return new Reply(
        fault.status(),
        CBOR,
        ByteBuffer.wrap(
            bytes(
                out -> {
                  out.writeStringField("__type", "com.amazonaws.cloudwatch#" + fault.code());
                  out.writeStringField("message", "It is refused.");
                })));
  }
}
