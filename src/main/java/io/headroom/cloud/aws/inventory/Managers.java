package io.headroom.cloud.aws.inventory;

import io.headroom.model.machine.Manager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.OperatorResponse;

/**
 * Finds what else decides on an instance, by the tags that services give their instances. The first
 * that is there counts: a node pool is also an Auto Scaling group.
 */
final class Managers {

  private static final List<Map.Entry<String, Manager.Kind>> BY_TAG =
      List.of(
          Map.entry("eks:nodegroup-name", Manager.Kind.KUBERNETES),
          Map.entry("karpenter.sh/nodepool", Manager.Kind.KUBERNETES),
          Map.entry("aws:elasticmapreduce:job-flow-id", Manager.Kind.SERVICE),
          Map.entry("aws:autoscaling:groupName", Manager.Kind.AUTO_SCALING_GROUP));

  private Managers() {}

  static Optional<Manager> of(Instance found, Map<String, String> tags) {
    return BY_TAG.stream()
        .filter(known -> tags.containsKey(known.getKey()))
        .findFirst()
        .map(known -> new Manager(known.getValue(), tags.getOrDefault(known.getKey(), "")))
        .or(() -> service(found));
  }

  private static Optional<Manager> service(Instance found) {
    return Optional.ofNullable(found.operator())
        .filter(operator -> Boolean.TRUE.equals(operator.managed()))
        .map(OperatorResponse::principal)
        .map(name -> new Manager(Manager.Kind.SERVICE, name));
  }
}
