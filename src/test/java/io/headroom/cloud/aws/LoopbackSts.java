package io.headroom.cloud.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headroom.cloud.aws.LoopbackAws.Fault;
import io.headroom.cloud.aws.LoopbackAws.Reply;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** STS's part of the loopback server: gives keys for roles, a new one each time. */
public final class LoopbackSts {

  private static final int BAD_REQUEST = 400;

  /** The SDK renews what ends within the next minute, so that it renews this at once. */
  private static final Duration SHORT = Duration.ofSeconds(30);

  private final InstantSource clock = InstantSource.system();
  private final AtomicInteger issued = new AtomicInteger();
  private final Map<String, String> newest = new ConcurrentHashMap<>();

  void reset() {
    issued.set(0);
  }

  /** Returns how many keys it gave. */
  public int issued() {
    return issued.get();
  }

  /** Whether no other key was given in a region after this one. */
  boolean isNewest(String accessKey, String region) {
    return accessKey.equals(newest.get(region));
  }

  /** The name of the role is that of the account. */
  Reply answer(AwsCall call) {
    if (!call.action().equals("AssumeRole")) {
      return refused(new Fault(BAD_REQUEST, "InvalidAction"));
    }
    String arn = call.form().getOrDefault("RoleArn", "");
    String key = arn.substring(arn.lastIndexOf('/') + 1) + "-" + issued.incrementAndGet();
    newest.put(call.region(), key);
    Instant end = clock.instant().plus(SHORT);
    return Reply.ok(
        "text/xml",
        ("<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult>"
                + "<Credentials><AccessKeyId>"
                + key
                + "</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>"
                + "<SessionToken>token</SessionToken><Expiration>"
                + end
                + "</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>")
            .getBytes(UTF_8));
  }

  static Reply refused(Fault fault) {
    return new Reply(
        fault.status(),
        "text/xml",
        ByteBuffer.wrap(
            ("<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error>"
                    + "<Type>Sender</Type><Code>"
                    + fault.code()
                    + "</Code><Message>It is refused.</Message></Error></ErrorResponse>")
                .getBytes(UTF_8)));
  }
}
