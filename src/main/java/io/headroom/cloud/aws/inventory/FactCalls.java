package io.headroom.cloud.aws.inventory;

import io.headroom.cloud.aws.AwsErrors;
import io.headroom.collector.Scope;
import io.headroom.model.machine.CreditMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStorageInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.Reservation;

/**
 * Asks for what DescribeInstances does not say. Each call that fails for good throws a {@link
 * io.headroom.model.cloud.CloudException}.
 */
final class FactCalls {

  /** Sources: DescribeVolumes, DescribeInstanceTypes, DescribeInstanceCreditSpecifications. */
  private static final int VOLUMES = 1000;

  private static final int TYPES = 100;
  private static final int CREDIT_MODES = 500;

  private final Ec2Client client;
  private final Scope scope;

  FactCalls(Ec2Client client, Scope scope) {
    this.client = client;
    this.scope = scope;
  }

  Facts volumes() {
    Map<String, String> kinds = new HashMap<>();
    AwsErrors.calling(
        scope,
        "DescribeVolumes",
        () -> {
          for (DescribeVolumesResponse page :
              client.describeVolumesPaginator(call -> call.maxResults(VOLUMES))) {
            page.volumes()
                .forEach(volume -> kinds.put(volume.volumeId(), volume.volumeTypeAsString()));
          }
          return kinds;
        });
    return Facts.ofVolumes(kinds);
  }

  Facts types(List<Reservation> reservations) {
    List<String> names =
        instances(reservations).stream()
            .map(Instance::instanceTypeAsString)
            .distinct()
            .sorted()
            .toList();
    Map<String, Integer> localDisks = new HashMap<>();
    Map<String, Boolean> burstable = new HashMap<>();
    for (List<String> some : chunks(names, TYPES)) {
      List<InstanceTypeInfo> found =
          AwsErrors.calling(
              scope,
              "DescribeInstanceTypes",
              () ->
                  client
                      .describeInstanceTypes(call -> call.instanceTypesWithStrings(some))
                      .instanceTypes());
      for (InstanceTypeInfo type : found) {
        localDisks.put(type.instanceTypeAsString(), localDisks(type));
        burstable.put(
            type.instanceTypeAsString(), Boolean.TRUE.equals(type.burstablePerformanceSupported()));
      }
    }
    return Facts.ofTypes(localDisks, burstable);
  }

  Facts creditModes(List<Reservation> reservations, Facts types) {
    List<String> ids =
        instances(reservations).stream()
            .filter(one -> types.burstable().getOrDefault(one.instanceTypeAsString(), false))
            .map(Instance::instanceId)
            .sorted()
            .toList();
    Map<String, CreditMode> modes = new HashMap<>();
    for (List<String> some : chunks(ids, CREDIT_MODES)) {
      AwsErrors.calling(
              scope,
              "DescribeInstanceCreditSpecifications",
              () ->
                  client
                      .describeInstanceCreditSpecifications(call -> call.instanceIds(some))
                      .instanceCreditSpecifications())
          .forEach(
              found ->
                  CreditMode.ofId(found.cpuCredits())
                      .ifPresent(mode -> modes.put(found.instanceId(), mode)));
    }
    return Facts.ofCreditModes(modes);
  }

  private static int localDisks(InstanceTypeInfo type) {
    return Optional.ofNullable(type.instanceStorageInfo()).map(InstanceStorageInfo::disks).stream()
        .flatMap(List::stream)
        .mapToInt(disk -> Optional.ofNullable(disk.count()).orElse(1))
        .sum();
  }

  private static List<Instance> instances(List<Reservation> reservations) {
    return reservations.stream().flatMap(one -> one.instances().stream()).toList();
  }

  private static <T> List<List<T>> chunks(List<T> all, int most) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      chunks.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return chunks;
  }
}
