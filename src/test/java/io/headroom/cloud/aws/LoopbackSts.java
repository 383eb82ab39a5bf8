package io.headroom.cloud.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headroom.cloud.aws.LoopbackAws.Fault;
import io.headroom.cloud.aws.LoopbackAws.Reply;
import java.nio.ByteBuffer;
import java.util.Map;

/** STS's part of the loopback server: roles can be taken, and whoever asks learns who they are. */
final class LoopbackSts {

  /** Credentials of a role have this before the account's id. */
  static final String ROLE_KEY = "ROLE";

  static boolean answers(String action) {
    return action.equals("GetCallerIdentity") || action.equals("AssumeRole");
  }

  Reply answer(String action, Map<String, String> form, String key) {
    return action.equals("AssumeRole") ? role(form) : caller(key);
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

  private static Reply role(Map<String, String> form) {
    String arn = form.getOrDefault("RoleArn", "");
    String account = arn.replaceFirst("arn:aws:iam::(\\d+):.*", "$1");
    return ok(
        "AssumeRole",
        "<Credentials><AccessKeyId>"
            + ROLE_KEY
            + account
            + "</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>"
            + "<SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>"
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
