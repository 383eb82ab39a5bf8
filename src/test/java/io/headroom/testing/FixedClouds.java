package io.headroom.testing;

import io.headroom.collector.AccessCheck;
import io.headroom.collector.AccessReport;
import io.headroom.collector.AgentSetup;
import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Clouds;
import io.headroom.collector.Identity;
import io.headroom.collector.Inventory;
import io.headroom.collector.MetricServer;
import io.headroom.collector.Permission;
import io.headroom.collector.Probe;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clouds of which each is the same one in memory, or none. */
public final class FixedClouds implements Clouds {

  /** What it takes to read, whichever the cloud. */
  public static final List<Permission> PERMISSIONS =
      List.of(
          Permission.toCollect("ec2:DescribeInstances", "which instances there are"),
          Permission.toCollect("ec2:DescribeVolumes", "kinds of their volumes"),
          Permission.toRefresh("ec2:DescribeInstanceTypeOfferings", "types of a region"));

  /** Who asks. */
  public static final Identity WHO =
      new Identity("111122223333", "arn:aws:iam::111122223333:role/reader");

  private final Map<Provider, InMemoryCloud> clouds;
  private final List<CloudSelection> selections = new ArrayList<>();
  private final List<MetricServer> servers = new ArrayList<>();
  private Optional<UtilizationSource> server = Optional.empty();
  private AccessReport access = answered(PERMISSIONS.stream().map(FixedClouds::allowed).toList());

  private FixedClouds(Map<Provider, InMemoryCloud> clouds) {
    this.clouds = clouds;
  }

  /** Returns clouds none of which can be reached. */
  public static FixedClouds unreachable() {
    return new FixedClouds(Map.of());
  }

  /** Returns clouds that are all this one. */
  public static FixedClouds of(InMemoryCloud cloud) {
    Map<Provider, InMemoryCloud> clouds = new HashMap<>();
    for (Provider provider : Provider.values()) {
      clouds.put(provider, cloud);
    }
    return new FixedClouds(clouds);
  }

  /** Returns clouds of which only this one can be reached. */
  public static FixedClouds of(Provider provider, InMemoryCloud cloud) {
    return new FixedClouds(Map.of(provider, cloud));
  }

  /** Returns the report of somebody whose clock is right, with these probes. */
  public static AccessReport answered(List<Probe> probes) {
    return new AccessReport(
        Optional.of(WHO), Optional.empty(), Optional.of(Duration.ofMillis(300)), probes);
  }

  /** Returns a probe that was answered. */
  public static Probe allowed(Permission permission) {
    return new Probe(permission, Optional.empty());
  }

  /** Returns a probe that was refused. */
  public static Probe denied(Permission permission) {
    String call = permission.action().substring(permission.action().indexOf(':') + 1);
    return new Probe(
        permission,
        Optional.of(
            new CloudException(
                FailureKind.DENIED,
                call,
                "UnauthorizedOperation",
                "Cannot call " + call + ": UnauthorizedOperation")));
  }

  /** Sets what may be read. */
  public void allow(AccessReport report) {
    access = report;
  }

  /** Sets what a server beside the clouds knows. */
  public void serve(UtilizationSource source) {
    server = Optional.of(source);
  }

  /** Returns what was asked to be opened, in order. */
  public List<CloudSelection> selections() {
    return Collections.unmodifiableList(selections);
  }

  /** Returns the servers that were asked to be opened, in order. */
  public List<MetricServer> servers() {
    return Collections.unmodifiableList(servers);
  }

  @Override
  public CloudPorts open(CloudSelection selection) {
    selections.add(selection);
    InMemoryCloud cloud = clouds.get(selection.provider());
    if (cloud == null) {
      throw new CloudException(
          FailureKind.CREDENTIALS, "", "", "Cannot ask " + selection.provider().id());
    }
    return new Ports(cloud);
  }

  @Override
  public UtilizationSource open(MetricServer named) {
    servers.add(named);
    return server.orElseThrow(
        () -> new CloudException(FailureKind.INVALID_REQUEST, "", "", "Invalid address"));
  }

  @Override
  public List<Permission> readerPermissions(Provider provider) {
    return PERMISSIONS;
  }

  /** The ports to a cloud in memory. */
  private final class Ports implements CloudPorts {
    private final InMemoryCloud cloud;

    Ports(InMemoryCloud cloud) {
      this.cloud = cloud;
    }

    @Override
    public Inventory inventory() {
      return cloud;
    }

    @Override
    public List<UtilizationSource> sources() {
      return List.of(cloud);
    }

    @Override
    public AccessCheck access() {
      return scope -> access;
    }

    @Override
    public AgentSetup agentSetup() {
      return (scope, machines) ->
          List.of(new AgentSetup.Group("Linux", machines, List.of("install agent")));
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
