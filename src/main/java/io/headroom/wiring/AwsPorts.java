package io.headroom.wiring;

import io.headroom.cloud.aws.AwsClients;
import io.headroom.cloud.aws.AwsSelection;
import io.headroom.cloud.aws.access.AwsAccessCheck;
import io.headroom.cloud.aws.access.CloudWatchAgentSetup;
import io.headroom.cloud.aws.inventory.Ec2Inventory;
import io.headroom.cloud.aws.metrics.CloudWatchQuotas;
import io.headroom.cloud.aws.metrics.CloudWatchSource;
import io.headroom.collector.AccessCheck;
import io.headroom.collector.AgentSetup;
import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Inventory;
import io.headroom.collector.UtilizationSource;
import java.time.InstantSource;
import java.util.List;

/** The ports to AWS: EC2 and CloudWatch. */
final class AwsPorts implements CloudPorts {

  private final AwsClients clients;
  private final InstantSource clock;

  AwsPorts(CloudSelection selection, InstantSource clock) {
    this.clients = new AwsClients(AwsSelection.accounts(selection));
    this.clock = clock;
  }

  @Override
  public Inventory inventory() {
    return new Ec2Inventory(clients);
  }

  @Override
  public List<UtilizationSource> sources() {
    return List.of(
        new CloudWatchSource(
            clients, CloudWatchSource.AGENT_NAMESPACE, CloudWatchQuotas.PUBLISHED, clock));
  }

  @Override
  public AccessCheck access() {
    return new AwsAccessCheck(clients, clock);
  }

  @Override
  public AgentSetup agentSetup() {
    return new CloudWatchAgentSetup();
  }

  @Override
  public void close() {
    clients.close();
  }
}
