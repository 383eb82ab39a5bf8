package io.headroom.cloud.gce.access;

import com.google.cloud.compute.v1.AggregatedListDisksRequest;
import com.google.cloud.compute.v1.AggregatedListInstanceGroupManagersRequest;
import com.google.cloud.compute.v1.AggregatedListInstancesRequest;
import com.google.cloud.compute.v1.DisksClient;
import com.google.cloud.compute.v1.InstanceGroupManagersClient;
import com.google.cloud.compute.v1.InstancesClient;
import com.google.cloud.monitoring.v3.MetricServiceClient;
import com.google.monitoring.v3.ListTimeSeriesRequest;
import com.google.monitoring.v3.ListTimeSeriesRequest.TimeSeriesView;
import com.google.monitoring.v3.TimeInterval;
import com.google.protobuf.Timestamp;
import io.headroom.cloud.gce.GceCall;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceClients;
import io.headroom.collector.AccessCheck;
import io.headroom.collector.AccessReport;
import io.headroom.collector.Identity;
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

/**
 * Makes each call that collecting needs once, for one item. Calls that only refreshing the catalog
 * makes are not tried: they are about regions, which nobody has named. Not run against Google.
 */
public final class GceAccessCheck implements AccessCheck {

  private static final Duration PAST = Duration.ofMinutes(10);
  private static final String FILTER =
      "metric.type = \"compute.googleapis.com/instance/cpu/utilization\""
          + " AND resource.type = \"gce_instance\"";

  private final GceClients clients;
  private final GceCalls calls;
  private final InstantSource clock;

  /** Checks with these clients. */
  public GceAccessCheck(GceClients clients, GceCalls calls, InstantSource clock) {
    this.clients = clients;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public AccessReport check(Scope scope) {
    String project = scope.account();
    AnswerDates dates = new AnswerDates();
    Instant before = clock.instant();
    Probe instances = instances(project, dates);
    Duration half = Duration.between(before, clock.instant()).dividedBy(2);
    Optional<Duration> ahead =
        dates.last().map(time -> Duration.between(time.plusMillis(500), before.plus(half)));
    Optional<CloudException> hopeless =
        instances
            .failure()
            .filter(why -> why.kind() == FailureKind.CREDENTIALS || why.kind().isPassing());
    return new AccessReport(
        hopeless.isPresent()
            ? Optional.empty()
            : Optional.of(new Identity(project, clients.principal())),
        hopeless,
        ahead,
        hopeless.isPresent() ? List.of() : withOthers(instances, project));
  }

  private List<Probe> withOthers(Probe instances, String project) {
    return Stream.of(instances, disks(project), groups(project), samples(project))
        .sorted(Comparator.comparing(Probe::permission))
        .toList();
  }

  private Probe instances(String project, AnswerDates dates) {
    GceCall what =
        GceCall.toCompute("instances.aggregatedList", "list the instances of gce " + project);
    var request =
        AggregatedListInstancesRequest.newBuilder().setProject(project).setMaxResults(1).build();
    return Probe.of(
        GcePermissions.INSTANCES,
        () -> {
          try (InstancesClient client = clients.instances(List.of(dates))) {
            calls.make(what, () -> client.aggregatedListCallable().call(request));
          }
        });
  }

  private Probe disks(String project) {
    GceCall what = GceCall.toCompute("disks.aggregatedList", "list the disks of gce " + project);
    var request =
        AggregatedListDisksRequest.newBuilder().setProject(project).setMaxResults(1).build();
    return Probe.of(
        GcePermissions.DISKS,
        () -> {
          try (DisksClient client = clients.disks()) {
            calls.make(what, () -> client.aggregatedListCallable().call(request));
          }
        });
  }

  private Probe groups(String project) {
    GceCall what =
        GceCall.toCompute(
            "instanceGroupManagers.aggregatedList",
            "list the managed instance groups of gce " + project);
    var request =
        AggregatedListInstanceGroupManagersRequest.newBuilder()
            .setProject(project)
            .setMaxResults(1)
            .build();
    return Probe.of(
        GcePermissions.GROUPS,
        () -> {
          try (InstanceGroupManagersClient client = clients.groups()) {
            calls.make(what, () -> client.aggregatedListCallable().call(request));
          }
        });
  }

  private Probe samples(String project) {
    GceCall what = GceCall.toMonitoring("timeSeries.list", "read the metrics of gce " + project);
    Instant now = clock.instant();
    ListTimeSeriesRequest request =
        ListTimeSeriesRequest.newBuilder()
            .setName("projects/" + project)
            .setFilter(FILTER)
            .setView(TimeSeriesView.HEADERS)
            .setPageSize(1)
            .setInterval(
                TimeInterval.newBuilder()
                    .setStartTime(timestamp(now.minus(PAST)))
                    .setEndTime(timestamp(now)))
            .build();
    return Probe.of(
        GcePermissions.SAMPLES,
        () -> {
          try (MetricServiceClient client = clients.monitoring()) {
            calls.make(what, () -> client.listTimeSeriesCallable().call(request));
          } catch (CloudException failure) {
            // a project whose machines never reported the metric does not have it, and may be asked
            if (failure.kind() != FailureKind.NOT_FOUND) {
              throw failure;
            }
          }
        });
  }

  private static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder().setSeconds(time.getEpochSecond()).build();
  }
}
