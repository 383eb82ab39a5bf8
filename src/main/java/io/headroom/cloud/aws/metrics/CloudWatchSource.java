package io.headroom.cloud.aws.metrics;

import io.headroom.cloud.aws.AwsClients;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Grain;
import io.headroom.collector.Scope;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.machine.Instance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/**
 * Utilization of EC2 instances from CloudWatch: what EC2 reports, and memory and swap where the
 * CloudWatch agent reports them.
 */
public final class CloudWatchSource implements UtilizationSource {

  /** Namespace of the agent's metrics unless it is configured otherwise. */
  public static final String AGENT_NAMESPACE = "CWAgent";

  /** An hour less than CloudWatch keeps them, so that a long run does not come too late. */
  private static final List<Grain> GRAINS =
      List.of(
          new Grain(Duration.ofMinutes(5), Duration.ofDays(63).minusHours(1)),
          new Grain(Duration.ofHours(1), Duration.ofDays(455).minusHours(1)));

  private final AwsClients clients;
  private final String agentNamespace;
  private final CloudWatchQuotas quotas;
  private final InstantSource clock;

  /** Reads with these clients. */
  public CloudWatchSource(
      AwsClients clients, String agentNamespace, CloudWatchQuotas quotas, InstantSource clock) {
    this.clients = clients;
    this.agentNamespace = agentNamespace;
    this.quotas = quotas;
    this.clock = clock;
  }

  /** Source: GetMetricData, periods and retention. */
  @Override
  public List<Grain> grains() {
    return GRAINS;
  }

  @Override
  public ScopeReader open(Scope scope, List<Instance> machines) {
    CloudWatchReader.Source source =
        new CloudWatchReader.Source(clients.cloudWatch(scope), quotas, clock);
    return CloudWatchReader.of(source, scope, found(source.client(), scope, machines));
  }

  /** Without the agent's series there is still the CPU. */
  private CloudWatchReader.Found found(
      CloudWatchClient client, Scope scope, List<Instance> machines) {
    List<String> ids = machines.stream().map(Instance::id).toList();
    try {
      AgentSeries agent = AgentSeries.list(client, scope, agentNamespace, ids);
      return new CloudWatchReader.Found(Measured.all(machines, agent), List.of());
    } catch (CloudException failure) {
      return new CloudWatchReader.Found(
          Measured.all(machines, AgentSeries.none()),
          List.of(CollectionProblem.of(scope, failure)));
    }
  }
}
