package io.headroom.cloud.aws.access;

import io.headroom.collector.AgentSetup;
import io.headroom.collector.Scope;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts the CloudWatch agent on instances by Systems Manager, with a configuration that has what is
 * read here: memory and swap by instance id. Sources: CloudWatch user guide, "Installing the
 * CloudWatch agent using Systems Manager" and "CloudWatch agent configuration file".
 */
public final class CloudWatchAgentSetup implements AgentSetup {

  /** The most instances that SendCommand takes by id. Source: SSM API reference. */
  private static final int MOST = 50;

  private static final String LINUX =
      """
      {"metrics":{"append_dimensions":{"InstanceId":"${aws:InstanceId}"},"metrics_collected":{\
      "mem":{"measurement":["mem_available_percent","mem_used_percent"]},\
      "swap":{"measurement":["swap_used"]}}}}""";

  /** Counters of Windows have dimensions of their own, so they are rolled up to the instance. */
  private static final String WINDOWS =
      """
      {"metrics":{"append_dimensions":{"InstanceId":"${aws:InstanceId}"},\
      "aggregation_dimensions":[["InstanceId"]],"metrics_collected":{\
      "Memory":{"measurement":["Committed Bytes"]}}}}""";

  @Override
  public List<Group> groups(Scope scope, List<Instance> machines) {
    List<Group> groups = new ArrayList<>();
    group(scope, "Linux", LINUX, machines.stream().filter(one -> !isWindows(one)).toList())
        .ifPresent(groups::add);
    group(scope, "Windows", WINDOWS, machines.stream().filter(one -> isWindows(one)).toList())
        .ifPresent(groups::add);
    return groups;
  }

  private static boolean isWindows(Instance machine) {
    return machine.platform().equals(Optional.of(Platform.WINDOWS));
  }

  private static Optional<Group> group(
      Scope scope, String title, String configuration, List<Instance> machines) {
    if (machines.isEmpty()) {
      return Optional.empty();
    }
    // the agent's own policy allows it to read parameters of this beginning
    String parameter = "AmazonCloudWatch-headroom-" + title.toLowerCase(java.util.Locale.ROOT);
    String region = scope.region().map(name -> " --region " + name).orElse("");
    List<String> commands = new ArrayList<>();
    commands.add(
        "# the instances' role needs AmazonSSMManagedInstanceCore and CloudWatchAgentServerPolicy");
    commands.add(
        "aws ssm put-parameter"
            + region
            + " --overwrite --type String --name "
            + parameter
            + " --value '"
            + configuration
            + "'");
    for (int from = 0; from < machines.size(); from += MOST) {
      String ids = ids(machines, from);
      commands.add(
          "aws ssm send-command"
              + region
              + " --document-name AWS-ConfigureAWSPackage"
              + " --parameters action=Install,name=AmazonCloudWatchAgent --instance-ids "
              + ids);
      commands.add(
          "aws ssm send-command"
              + region
              + " --document-name AmazonCloudWatch-ManageAgent --parameters"
              + " action=configure,mode=ec2,optionalConfigurationSource=ssm,"
              + "optionalConfigurationLocation="
              + parameter
              + ",optionalRestart=yes --instance-ids "
              + ids);
    }
    return Optional.of(new Group(title, machines, commands));
  }

  private static String ids(List<Instance> machines, int from) {
    return IntStream.range(from, Math.min(machines.size(), from + MOST))
        .mapToObj(i -> machines.get(i).id())
        .collect(Collectors.joining(" "));
  }
}
