package io.headroom.cloud.aws.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cloud.aws.AwsAccount;
import io.headroom.cloud.aws.AwsClients;
import io.headroom.cloud.aws.AwsSelection;
import io.headroom.cloud.aws.LoopbackAws;
import io.headroom.cloud.aws.LoopbackAws.Fault;
import io.headroom.collector.AccessReport;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Identity;
import io.headroom.collector.Permission;
import io.headroom.collector.Probe;
import io.headroom.collector.Scope;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsAccessCheckTest {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final Fault REFUSED = new Fault(403, "UnauthorizedOperation");

  @SuppressWarnings("NullAway.Init")
  private static LoopbackAws aws;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void start() throws IOException {
    aws = LoopbackAws.start();
  }

  @BeforeEach
  void reset() {
    aws.reset();
  }

  @AfterEach
  void forgetProfiles() {
    System.clearProperty("aws.configFile");
    System.clearProperty("aws.sharedCredentialsFile");
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @Test
  void triesEveryCallThatThePolicyNames() {
    AccessReport report = check(own(), CLOCK);

    assertThat(report.identity())
        .contains(new Identity("111122223333", "arn:aws:sts::111122223333:key/loopback"));
    assertThat(report.probes())
        .extracting(Probe::permission)
        .containsExactlyElementsOf(AwsPermissions.reader());
    assertThat(report.probes()).allMatch(Probe::isAllowed);
  }

  @Test
  void namesWhatIsRefusedAndTriesTheRest() {
    aws.fail("DescribeVolumes", 1, REFUSED);
    aws.fail("GetMetricData", 1, new Fault(400, "AccessDeniedException"));

    AccessReport report = check(own(), CLOCK);

    assertThat(report.missing())
        .extracting(Permission::action)
        .containsExactly("cloudwatch:GetMetricData", "ec2:DescribeVolumes");
    assertThat(report.isReadable()).isTrue();
  }

  @Test
  void triesNothingWithCredentialsThatAreNoGood() {
    aws.fail("GetCallerIdentity", 1, new Fault(403, "ExpiredToken"));

    AccessReport report = check(own(), CLOCK);

    assertThat(report.failure().map(CloudException::kind)).contains(FailureKind.CREDENTIALS);
    assertThat(report.probes()).isEmpty();
    assertThat(aws.requests("DescribeInstances")).isZero();
  }

  @Test
  void comparesTheClocks() {
    // the server's clock is that of this machine; the date of an answer is cut to a second
    assertThat(check(own(), CLOCK).ahead().orElseThrow().abs()).isLessThan(Duration.ofSeconds(2));

    InstantSource slow = () -> CLOCK.instant().minus(Duration.ofMinutes(7));
    assertThat(check(own(), slow).ahead().orElseThrow())
        .isBetween(Duration.ofMinutes(-7).minusSeconds(2), Duration.ofMinutes(-7).plusSeconds(2));
  }

  @Test
  void takesTheRoleInEveryAccountOfAList() {
    List<AwsAccount> accounts =
        AwsSelection.accounts(
            new CloudSelection(
                Provider.AWS,
                List.of("444455556666", "arn:aws:iam::777788889999:role/team/reader"),
                Optional.of("headroom-reader"),
                List.of("us-east-1")));

    try (AwsClients clients = new AwsClients(accounts)) {
      List<AccessReport> reports =
          clients.scopes().stream()
              .map(scope -> new AwsAccessCheck(clients, CLOCK).check(scope))
              .toList();

      assertThat(reports)
          .extracting(report -> report.identity().orElseThrow().account())
          .containsExactly("444455556666", "777788889999");
      // the role is taken with the credentials of the environment, once for each account
      assertThat(aws.requests("AssumeRole")).isEqualTo(2);
      assertThat(aws.signedBy("AssumeRole")).isEqualTo("loopback");
      assertThat(aws.signedBy("DescribeInstances")).isEqualTo("ROLE777788889999");
    }
  }

  @Test
  void asksWithANamedProfileRatherThanTheEnvironment() throws IOException {
    profiles(
        """
        [profile stage]
        aws_access_key_id = STAGE
        aws_secret_access_key = secret
        region = eu-west-3
        """);

    try (AwsClients clients = named("stage")) {
      Scope scope = clients.scopes().get(0);

      assertThat(scope).isEqualTo(Scope.of(Provider.AWS, "stage", "eu-west-3"));
      assertThat(new AwsAccessCheck(clients, CLOCK).check(scope).identity().orElseThrow())
          .isEqualTo(new Identity("111122223333", "arn:aws:sts::111122223333:key/STAGE"));
    }
  }

  @Test
  void takesTheRoleThatAProfileNames() throws IOException {
    profiles(
        """
        [profile base]
        aws_access_key_id = BASE
        aws_secret_access_key = secret
        [profile prod]
        role_arn = arn:aws:iam::222233334444:role/reader
        source_profile = base
        region = us-east-1
        """);

    try (AwsClients clients = named("prod")) {
      AccessReport report =
          new AwsAccessCheck(clients, CLOCK).check(Scope.of(Provider.AWS, "prod", "us-east-1"));

      assertThat(report.identity().orElseThrow().account()).isEqualTo("222233334444");
      assertThat(aws.signedBy("AssumeRole")).isEqualTo("BASE");
    }
  }

  @Test
  void saysInOneSentenceThatAProfileHasNoCredentials() throws IOException {
    profiles("[profile empty]\nregion = us-east-1\n");

    try (AwsClients clients = named("empty")) {
      AccessReport report =
          new AwsAccessCheck(clients, CLOCK).check(Scope.of(Provider.AWS, "empty", "us-east-1"));

      assertThat(report.failure().orElseThrow().getMessage())
          .isEqualTo(
              "Cannot call GetCallerIdentity of aws empty us-east-1: no credentials were found; run"
                  + " aws configure or aws sso login, or name a profile with --account");
    }
  }

  private void profiles(String content) throws IOException {
    Path file = folder.resolve("config");
    Files.writeString(file, content);
    System.setProperty("aws.configFile", file.toString());
    System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());
  }

  private static AwsClients named(String profile) {
    return new AwsClients(
        AwsSelection.accounts(
            new CloudSelection(Provider.AWS, List.of(profile), Optional.empty(), List.of())));
  }

  private static List<AwsAccount> own() {
    return List.of(
        new AwsAccount("default", Optional.empty(), Optional.empty(), List.of("us-east-1")));
  }

  private static AccessReport check(List<AwsAccount> accounts, InstantSource clock) {
    try (AwsClients clients = new AwsClients(accounts)) {
      return new AwsAccessCheck(clients, clock).check(clients.scopes().get(0));
    }
  }
}
