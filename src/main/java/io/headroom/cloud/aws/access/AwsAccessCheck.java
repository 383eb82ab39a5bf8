package io.headroom.cloud.aws.access;

import io.headroom.cloud.aws.AwsClients;
import io.headroom.cloud.aws.AwsErrors;
import io.headroom.collector.AccessCheck;
import io.headroom.collector.AccessReport;
import io.headroom.collector.Identity;
import io.headroom.collector.Permission;
import io.headroom.collector.Probe;
import io.headroom.collector.Scope;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LocationType;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.DateUtils;

/**
 * Asks STS who calls, and makes each reading call once for the smallest page there is. One of them
 * is charged for: a metric requested of CloudWatch, 0.00001 USD.
 */
public final class AwsAccessCheck implements AccessCheck {

  /** The smallest page of EC2. */
  private static final int SMALLEST = 5;

  private static final String AGENT_NAMESPACE = "CWAgent";

  private final AwsClients clients;
  private final InstantSource clock;

  /** Checks with these clients. */
  public AwsAccessCheck(AwsClients clients, InstantSource clock) {
    this.clients = clients;
    this.clock = clock;
  }

  @Override
  public AccessReport check(Scope scope) {
    Instant before = clock.instant();
    try {
      GetCallerIdentityResponse caller = clients.sts(scope).getCallerIdentity();
      return new AccessReport(
          Optional.of(new Identity(caller.account(), caller.arn())),
          Optional.empty(),
          ahead(before, caller.sdkHttpResponse()),
          probes(scope));
    } catch (SdkException failure) {
      CloudException why = AwsErrors.of(scope, "GetCallerIdentity", failure);
      boolean isHopeless = why.kind() == FailureKind.CREDENTIALS || why.kind().isPassing();
      return new AccessReport(
          Optional.empty(),
          Optional.of(why),
          response(failure).flatMap(answer -> ahead(before, answer)),
          isHopeless ? List.of() : probes(scope));
    }
  }

  private List<Probe> probes(Scope scope) {
    Ec2Client ec2 = clients.ec2(scope);
    CloudWatchClient cloudWatch = clients.cloudWatch(scope);
    return Stream.of(
            probe(
                scope,
                AwsPermissions.INSTANCES,
                () -> ec2.describeInstances(call -> call.maxResults(SMALLEST))),
            probe(
                scope,
                AwsPermissions.VOLUMES,
                () -> ec2.describeVolumes(call -> call.maxResults(SMALLEST))),
            probe(
                scope,
                AwsPermissions.TYPES,
                () -> ec2.describeInstanceTypes(call -> call.maxResults(SMALLEST))),
            probe(
                scope,
                AwsPermissions.CREDITS,
                () -> ec2.describeInstanceCreditSpecifications(call -> call.maxResults(SMALLEST))),
            probe(
                scope,
                AwsPermissions.OFFERINGS,
                () ->
                    ec2.describeInstanceTypeOfferings(
                        call -> call.locationType(LocationType.REGION).maxResults(SMALLEST))),
            probe(
                scope,
                AwsPermissions.METRICS,
                () ->
                    cloudWatch.listMetrics(
                        call -> call.namespace(AGENT_NAMESPACE).metricName("mem_used_percent"))),
            probe(scope, AwsPermissions.SAMPLES, () -> oneMetric(cloudWatch)))
        .sorted(Comparator.comparing(Probe::permission))
        .toList();
  }

  private static Probe probe(Scope scope, Permission permission, Runnable call) {
    String action = permission.action();
    String operation = action.substring(action.indexOf(':') + 1);
    return Probe.of(
        permission,
        () ->
            AwsErrors.calling(
                scope,
                operation,
                () -> {
                  call.run();
                  return operation;
                }));
  }

  /** A metric of CloudWatch's own requests: it needs no instance. */
  private void oneMetric(CloudWatchClient cloudWatch) {
    Instant now = clock.instant();
    MetricDataQuery query =
        MetricDataQuery.builder()
            .id("one")
            .metricStat(
                stat ->
                    stat.metric(metric -> metric.namespace("AWS/EC2").metricName("CPUUtilization"))
                        .period(300)
                        .stat("Maximum"))
            .build();
    cloudWatch.getMetricData(
        call ->
            call.metricDataQueries(query).startTime(now.minus(Duration.ofMinutes(5))).endTime(now));
  }

  private static Optional<SdkHttpResponse> response(SdkException failure) {
    return failure instanceof AwsServiceException service
        ? Optional.ofNullable(service.awsErrorDetails()).map(AwsErrorDetails::sdkHttpResponse)
        : Optional.empty();
  }

  /** The answer's time is cut to a second, and is that of a moment between asking and answer. */
  private Optional<Duration> ahead(Instant before, SdkHttpResponse answer) {
    Duration half = Duration.between(before, clock.instant()).dividedBy(2);
    return answer
        .firstMatchingHeader("Date")
        .flatMap(AwsAccessCheck::time)
        .map(time -> Duration.between(time.plusMillis(500), before.plus(half)));
  }

  private static Optional<Instant> time(String header) {
    try {
      return Optional.of(DateUtils.parseRfc822Date(header));
    } catch (java.time.format.DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
