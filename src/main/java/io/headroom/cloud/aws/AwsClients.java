package io.headroom.cloud.aws;

import io.headroom.collector.Scope;
import io.headroom.model.machine.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The SDK's clients, one for each account and region, made when they are first asked for. Retries
 * are the SDK's alone, and every call ends in time. What the SDK reads from its environment
 * (profiles, endpoints, SSO) works as in any other program.
 */
public final class AwsClients implements AutoCloseable {

  /** Longer than CloudWatch takes for a full page at its slowest. */
  private static final Duration ATTEMPT = Duration.ofSeconds(60);

  private static final Duration CALL = Duration.ofMinutes(5);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 6;
  private static final String SESSION = "headroom";

  private final Map<String, AwsAccount> accounts = new ConcurrentHashMap<>();
  private final Map<String, AwsCredentialsProvider> credentials = new ConcurrentHashMap<>();
  private final Map<Scope, AwsCredentialsProvider> assumed = new ConcurrentHashMap<>();
  private final Map<Scope, Ec2Client> ec2 = new ConcurrentHashMap<>();
  private final Map<Scope, CloudWatchClient> cloudWatch = new ConcurrentHashMap<>();
  private final Map<Scope, SsmClient> ssm = new ConcurrentHashMap<>();
  private final Map<Scope, StsClient> sts = new ConcurrentHashMap<>();
  private final List<SdkAutoCloseable> others = new ArrayList<>();
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT).build();

  /**
   * Prepares the clients of some accounts; makes no call.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public AwsClients(List<AwsAccount> accounts) {
    for (AwsAccount account : accounts) {
      if (this.accounts.put(account.name(), account) != null) {
        throw new IllegalArgumentException("Invalid accounts: " + account.name() + " comes twice");
      }
    }
  }

  /** Returns each account in each of its regions, in order. */
  public List<Scope> scopes() {
    return accounts.values().stream()
        .flatMap(
            account ->
                account.regions().stream()
                    .map(region -> Scope.of(Provider.AWS, account.name(), region)))
        .sorted()
        .toList();
  }

  /** Returns the client of EC2. */
  public Ec2Client ec2(Scope scope) {
    return ec2.computeIfAbsent(scope, key -> configured(Ec2Client.builder(), key).build());
  }

  /** Returns the client of CloudWatch. */
  public CloudWatchClient cloudWatch(Scope scope) {
    return cloudWatch.computeIfAbsent(
        scope, key -> configured(CloudWatchClient.builder(), key).build());
  }

  /** Returns the client of Systems Manager. */
  public SsmClient ssm(Scope scope) {
    return ssm.computeIfAbsent(scope, key -> configured(SsmClient.builder(), key).build());
  }

  /** Returns the client of STS, which says who calls. */
  public StsClient sts(Scope scope) {
    return sts.computeIfAbsent(scope, key -> configured(StsClient.builder(), key).build());
  }

  @Override
  public void close() {
    Stream.of(ec2.values(), cloudWatch.values(), ssm.values(), sts.values(), others)
        .flatMap(java.util.Collection::stream)
        .forEach(SdkAutoCloseable::close);
    http.close();
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B configured(
      B builder, Scope scope) {
    return plain(builder, scope).credentialsProvider(credentials(scope));
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B plain(
      B builder, Scope scope) {
    ClientOverrideConfiguration.Builder rules =
        ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(ATTEMPT)
            .apiCallTimeout(CALL)
            .retryStrategy(
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                    .maxAttempts(ATTEMPTS)
                    .retryOnException(AwsErrors::isBrokenAnswer)
                    .build());
    profile(scope).ifPresent(rules::defaultProfileName);
    return builder
        .region(Region.of(region(scope)))
        .httpClient(http)
        .overrideConfiguration(rules.build());
  }

  /**
   * A role is assumed in each region by itself: one that is disabled or denied has no STS either,
   * and would cost the account its other regions.
   */
  private AwsCredentialsProvider credentials(Scope scope) {
    AwsCredentialsProvider own =
        credentials.computeIfAbsent(scope.account(), name -> ownCredentials(scope));
    return Optional.ofNullable(accounts.get(scope.account()))
        .flatMap(AwsAccount::role)
        .map(role -> assumed.computeIfAbsent(scope, key -> assumed(role, own, key)))
        .orElse(own);
  }

  /** A profile that is named counts, whatever keys the environment holds. */
  private AwsCredentialsProvider ownCredentials(Scope scope) {
    return profile(scope)
        .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }

  private synchronized AwsCredentialsProvider assumed(
      String role, AwsCredentialsProvider own, Scope scope) {
    StsClient sts = plain(StsClient.builder(), scope).credentialsProvider(own).build();
    StsAssumeRoleCredentialsProvider renewing =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts)
            .refreshRequest(request -> request.roleArn(role).roleSessionName(SESSION))
            .build();
    others.add(renewing);
    others.add(sts);
    return renewing;
  }

  private Optional<String> profile(Scope scope) {
    return Optional.ofNullable(accounts.get(scope.account())).flatMap(AwsAccount::profile);
  }

  private static String region(Scope scope) {
    return scope
        .region()
        .orElseThrow(
            () -> new IllegalArgumentException("Invalid scope: " + scope + " has no region"));
  }
}
