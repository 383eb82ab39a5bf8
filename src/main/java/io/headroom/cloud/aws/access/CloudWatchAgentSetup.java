package io.headroom.cloud.aws.access;

import io.headroom.collector.AgentSetup;
import io.headroom.collector.Scope;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    String parameter = "AmazonCloudWatch-headroom-" + title.toLowerCase(Locale.ROOT);
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
    String send = "aws ssm send-command" + region + " --document-name ";
    chunks(machines)
        .forEach(
            ids ->
                commands.add(
                    send
                        + "AWS-ConfigureAWSPackage"
                        + " --parameters action=Install,name=AmazonCloudWatchAgent --instance-ids "
                        + ids));
    commands.add("# when that has run everywhere:");
    chunks(machines)
        .forEach(
            ids ->
                commands.add(
                    send
                        + "AmazonCloudWatch-ManageAgent --parameters"
                        + " action=configure,mode=ec2,optionalConfigurationSource=ssm,"
                        + "optionalConfigurationLocation="
                        + parameter
                        + ",optionalRestart=yes --instance-ids "
                        + ids));
    return Optional.of(new Group(title, machines, commands));
  }

  private static List<String> chunks(List<Instance> machines) {
    return IntStream.iterate(0, from -> from < machines.size(), from -> from + MOST)
        .mapToObj(from -> machines.subList(from, Math.min(machines.size(), from + MOST)))
        .map(some -> some.stream().map(Instance::id).collect(Collectors.joining(" ")))
        .toList();
  }
}
