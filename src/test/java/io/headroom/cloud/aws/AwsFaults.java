package io.headroom.cloud.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.github.bucket4j.Bucket;
import io.headroom.cloud.aws.LoopbackAws.Fault;
import io.headroom.cloud.aws.LoopbackAws.Reply;
import io.headroom.testing.FaultProxy;
import io.headroom.testing.FaultProxy.Answer;
import io.headroom.testing.FaultProxy.Call;
import io.headroom.testing.FaultProxy.Sent;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong with calls of AWS in front of a {@link LoopbackAws}, and how often it did. */
public final class AwsFaults {

  private static final ObjectMapper MAPPER = new ObjectMapper(new CBORFactory());
  private static final String GET_METRIC_DATA = "GetMetricData";
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int SERVER_ERROR = 500;
  private static final Fault THROTTLED = new Fault(BAD_REQUEST, "Throttling");
  private static final Fault EXPIRED = new Fault(FORBIDDEN, "ExpiredToken");

  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /** Returns how often calls went wrong in one of the ways named here. */
  public int count(String way) {
    return counts.getOrDefault(way, new AtomicInteger()).get();
  }

  /**
   * Fails a share of all calls: a third each with status 500, a connection that is closed without
   * an answer, and one that is closed in the middle of it. Counted as {@code passing}.
   */
  public FaultProxy.Fault passing(double share, Random random) {
    return (call, server) -> {
      double chance = random.nextDouble() / share;
      if (chance >= 1) {
        return Optional.empty();
      }
      counted("passing");
      if (chance < 1.0 / 3) {
        return refused(call, new Fault(SERVER_ERROR, "InternalError"));
      }
      return Optional.of(server.answer().sending(chance < 2.0 / 3 ? Sent.NOTHING : Sent.HALF));
    };
  }

  /**
   * Refuses calls of GetMetricData beyond so many a second, and beyond so many points a second, in
   * an account and region. Counted as {@code throttled}.
   */
  public FaultProxy.Fault throttling(long calls, long points) {
    return (call, server) -> {
      AwsCall aws = call(call);
      if (!aws.action().equals(GET_METRIC_DATA)) {
        return Optional.empty();
      }
      String place = aws.account() + " " + aws.region();
      boolean isAllowed =
          bucket("calls " + place, calls).tryConsume(1)
              && bucket("points " + place, points).tryConsume(points(aws));
      if (!isAllowed) {
        counted("throttled");
      }
      return isAllowed ? Optional.empty() : refused(call, THROTTLED);
    };
  }

  /** Refuses every call in a region. Counted as {@code denied}. */
  public FaultProxy.Fault denied(String region) {
    return (call, server) -> {
      AwsCall aws = call(call);
      if (!aws.region().equals(region)) {
        return Optional.empty();
      }
      counted("denied");
      return refused(
          call,
          new Fault(
              FORBIDDEN, aws.service().equals("ec2") ? "UnauthorizedOperation" : "AccessDenied"));
    };
  }

  /** Refuses a key after so many calls of GetMetricData with it. Counted as {@code expired}. */
  public FaultProxy.Fault expiring(String accessKey, int calls) {
    AtomicInteger made = new AtomicInteger();
    return (call, server) -> {
      AwsCall aws = call(call);
      if (!aws.accessKey().equals(accessKey)) {
        return Optional.empty();
      }
      boolean isGood =
          aws.action().equals(GET_METRIC_DATA)
              ? made.incrementAndGet() <= calls
              : made.get() <= calls;
      if (isGood) {
        return Optional.empty();
      }
      counted("expired");
      return refused(call, EXPIRED);
    };
  }

  /** Refuses the keys of a role but the newest one in a region. Counted as {@code expired}. */
  public FaultProxy.Fault onlyNewest(String account, LoopbackSts sts) {
    return (call, server) -> {
      AwsCall aws = call(call);
      if (!aws.account().equals(account)
          || aws.service().equals("sts")
          || sts.isNewest(aws.accessKey(), aws.region())) {
        return Optional.empty();
      }
      counted("expired");
      return refused(call, EXPIRED);
    };
  }

  /**
   * Cuts one answer of GetMetricData in an account: the middle result ends half-way with the status
   * PartialData, those after it are missing, and there is no token for more. Counted as {@code
   * partial}.
   */
  public FaultProxy.Fault onePartialPage(String account) {
    AtomicInteger pages = new AtomicInteger();
    return (call, server) -> {
      AwsCall aws = call(call);
      if (!aws.action().equals(GET_METRIC_DATA)
          || !aws.account().equals(account)
          || pages.getAndIncrement() > 0) {
        return Optional.empty();
      }
      counted("partial");
      Answer whole = server.answer();
      return Optional.of(whole.withBody(LoopbackCloudWatch.cut(whole.bytes())));
    };
  }

  private Bucket bucket(String name, long perSecond) {
    return buckets.computeIfAbsent(
        name,
        key ->
            Bucket.builder()
                .addLimit(
                    limit ->
                        limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build());
  }

  private static long points(AwsCall call) throws IOException {
    JsonNode request = MAPPER.readTree(call.bytes());
    long seconds = request.path("EndTime").asLong() - request.path("StartTime").asLong();
    long points = 0;
    for (JsonNode query : request.path("MetricDataQueries")) {
      points += seconds / query.path("MetricStat").path("Period").asLong();
    }
    return points;
  }

  private void counted(String way) {
    counts.computeIfAbsent(way, key -> new AtomicInteger()).incrementAndGet();
  }

  private static AwsCall call(Call call) {
    return AwsCall.of(call.target(), call.headers().get("authorization"), call.bytes());
  }

  private static Optional<Answer> refused(Call call, Fault fault) throws IOException {
    Reply reply = LoopbackAws.refused(call(call), fault);
    return Optional.of(
        new Answer(
            reply.status(),
            Map.of("Content-Type", reply.contentType(), "smithy-protocol", "rpc-v2-cbor"),
            reply.body(),
            Sent.WHOLE));
  }
}
