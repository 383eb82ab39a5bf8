package io.headroom.cloud.aws.inventory;

import io.headroom.cloud.aws.AwsClients;
import io.headroom.cloud.aws.AwsErrors;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Inventory;
import io.headroom.collector.InventorySink;
import io.headroom.collector.Scope;
import io.headroom.model.cloud.CloudException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Reservation;

/**
 * The EC2 instances of accounts and regions. It takes one call for each 1,000 instances and
 * volumes, each 100 types and each 500 burstable instances.
 */
public final class Ec2Inventory implements Inventory {

  private static final int PAGE = 1000;

  /** Instances that are terminated or about to be are left out. */
  private static final Filter THERE =
      Filter.builder()
          .name("instance-state-name")
          .values("pending", "running", "stopping", "stopped")
          .build();

  private final AwsClients clients;

  /** Reads with these clients. */
  public Ec2Inventory(AwsClients clients) {
    this.clients = clients;
  }

  @Override
  public List<Scope> scopes() {
    return clients.scopes();
  }

  @Override
  public void read(Scope scope, InventorySink sink) {
    Ec2Client client = clients.ec2(scope);
    List<Reservation> reservations = new ArrayList<>();
    try {
      for (DescribeInstancesResponse page :
          client.describeInstancesPaginator(call -> call.filters(THERE).maxResults(PAGE))) {
        reservations.addAll(page.reservations());
      }
    } catch (SdkException failure) {
      handOver(scope, reservations, sink);
      throw AwsErrors.of(scope, "DescribeInstances", failure);
    }
    handOver(scope, reservations, sink);
  }

  private void handOver(Scope scope, List<Reservation> reservations, InventorySink sink) {
    if (reservations.isEmpty()) {
      return;
    }
    FactCalls calls = new FactCalls(clients.ec2(scope), scope);
    Function<Function<FactCalls, Facts>, Facts> asked =
        ask -> {
          try {
            return ask.apply(calls);
          } catch (CloudException failure) {
            sink.problem(CollectionProblem.of(scope, failure));
            return Facts.NONE;
          }
        };
    Facts types = asked.apply(one -> one.types(reservations));
    Facts facts =
        types
            .with(asked.apply(one -> one.creditModes(reservations, types)))
            .with(asked.apply(FactCalls::volumes));
    InstanceTranslation translation = new InstanceTranslation(scope, facts);
    reservations.forEach(
        reservation ->
            reservation
                .instances()
                .forEach(
                    instance -> sink.machine(translation.of(instance, reservation.ownerId()))));
  }
}
