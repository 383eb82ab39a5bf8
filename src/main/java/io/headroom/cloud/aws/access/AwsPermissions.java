package io.headroom.cloud.aws.access;

import io.headroom.collector.Permission;
import java.util.List;
import java.util.stream.Stream;

/**
 * What AWS must allow: one row for each call that is made, and no other. The policies that are
 * printed come from here. None of the actions can be limited to a resource. Source: Service
 * Authorization Reference, Amazon EC2 and Amazon CloudWatch.
 */
public final class AwsPermissions {

  static final Permission INSTANCES =
      Permission.toCollect("ec2:DescribeInstances", "which instances there are");
  static final Permission VOLUMES =
      Permission.toCollect("ec2:DescribeVolumes", "kinds of their volumes");
  static final Permission TYPES =
      Permission.toCollect("ec2:DescribeInstanceTypes", "local disks, burstable or not");
  static final Permission CREDITS =
      Permission.toCollect(
          "ec2:DescribeInstanceCreditSpecifications", "credit mode of burstable instances");
  static final Permission METRICS =
      Permission.toCollect("cloudwatch:ListMetrics", "which series of the agent there are");
  static final Permission SAMPLES =
      Permission.toCollect("cloudwatch:GetMetricData", "what instances use");
  static final Permission OFFERINGS =
      Permission.toRefresh("ec2:DescribeInstanceTypeOfferings", "types that a region offers");

  private static final List<Permission> READER =
      Stream.of(INSTANCES, VOLUMES, TYPES, CREDITS, METRICS, SAMPLES, OFFERINGS).sorted().toList();

  private AwsPermissions() {}

  /** Returns what reading needs, in order. */
  public static List<Permission> reader() {
    return READER;
  }

  /**
   * Returns the calls that a policy of the reader does not decide on: anybody may ask who they are,
   * and who may take a role is up to the role.
   */
  static List<String> decidedElsewhere() {
    return List.of("sts:AssumeRole", "sts:GetCallerIdentity");
  }

  /**
   * Returns the calls of the channel to hosts. A reader has no need of them: they run something on
   * a machine, so they are allowed for one document and for marked machines alone, see
   * docs/host.md.
   */
  static List<String> ofHosts() {
    return List.of("ssm:GetCommandInvocation", "ssm:SendCommand");
  }
}
