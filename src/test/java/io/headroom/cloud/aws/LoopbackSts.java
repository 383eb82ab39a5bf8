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

/** STS's part of the loopback server: roles can be taken, and whoever asks learns who they are. */
public final class LoopbackSts {

  /** Credentials of a role have this before the account's id. */
  static final String ROLE_KEY = "ROLE";

  private static final int BAD_REQUEST = 400;
  private static final Instant NEVER = Instant.parse("2099-01-01T00:00:00Z");

  /** The SDK renews what ends within the next minute, so that it renews this at once. */
  private static final Duration SHORT = Duration.ofSeconds(30);

  private final InstantSource clock = InstantSource.system();
  private final AtomicInteger issued = new AtomicInteger();
  private final Map<String, String> newest = new ConcurrentHashMap<>();
  private volatile boolean isShort;

  void reset() {
    issued.set(0);
    isShort = false;
  }

  /** Numbers the keys it gives from now on, and lets each live so shortly that it is renewed. */
  public void giveShortLivedKeys() {
    isShort = true;
  }

  /** Returns how many keys it gave. */
  public int issued() {
    return issued.get();
  }

  /** Whether no other key was given in a region after this one. */
  boolean isNewest(String accessKey, String region) {
    return accessKey.equals(newest.get(region));
  }

  Reply answer(AwsCall call) {
    return switch (call.action()) {
      case "AssumeRole" -> role(call);
      case "GetCallerIdentity" -> caller(call.account());
      default -> refused(new Fault(BAD_REQUEST, "InvalidAction"));
    };
  }

  static Reply refused(Fault fault) {
    return new Reply(
        fault.status(),
        "text/xml",
        ByteBuffer.wrap(
            ("<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Code>"
                    + fault.code()
                    + "</Code><Message>It is refused.</Message></Error>"
                    + "<RequestId>1</RequestId></ErrorResponse>")
                .getBytes(UTF_8)));
  }

  private Reply role(AwsCall call) {
    String arn = call.form().getOrDefault("RoleArn", "");
    String account = arn.replaceFirst("arn:aws:iam::(\\d+):.*", "$1");
    int number = issued.incrementAndGet();
    String key = ROLE_KEY + account + (isShort ? "-" + number : "");
    newest.put(call.region(), key);
    return ok(
        "AssumeRole",
        "<Credentials><AccessKeyId>"
            + key
            + "</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>"
            + "<SessionToken>token</SessionToken><Expiration>"
            + (isShort ? clock.instant().plus(SHORT) : NEVER)
            + "</Expiration>"
            + "</Credentials><AssumedRoleUser><Arn>"
            + arn
            + "</Arn><AssumedRoleId>id</AssumedRoleId></AssumedRoleUser>");
  }

  private static Reply caller(String key) {
    String account = key.startsWith(ROLE_KEY) ? key.substring(ROLE_KEY.length()) : "111122223333";
    return ok(
        "GetCallerIdentity",
        "<Arn>arn:aws:sts::"
            + account
            + ":key/"
            + key
            + "</Arn><UserId>id</UserId><Account>"
            + account
            + "</Account>");
  }

  private static Reply ok(String action, String content) {
    return Reply.ok(
        "text/xml",
        ("<"
                + action
                + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><"
                + action
                + "Result>"
                + content
                + "</"
                + action
                + "Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></"
                + action
                + "Response>")
            .getBytes(UTF_8));
  }
}
