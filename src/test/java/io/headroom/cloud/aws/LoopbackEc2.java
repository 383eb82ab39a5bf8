package io.headroom.cloud.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headroom.cloud.aws.LoopbackAws.Fault;
import io.headroom.cloud.aws.LoopbackAws.Reply;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** EC2's part of the loopback server, in the Query protocol. */
final class LoopbackEc2 {

  private static final int PAGE = 3;
  private static final int BAD_REQUEST = 400;

  private final List<Machine> machines = new ArrayList<>();
  private final String owner;

  LoopbackEc2(String owner) {
    this.owner = owner;
  }

  /** An instance. {@code more} is further XML of it. */
  record Machine(String id, String type, String state, String more) {}

  void add(Machine machine) {
    machines.add(machine);
  }

  Reply answer(String action, Map<String, String> form) {
    return switch (action) {
      case "DescribeInstances" -> instances(form);
      case "DescribeVolumes" ->
          ok(
              action,
              "<volumeSet>"
                  + items(
                      machines,
                      one ->
                          "<volumeId>vol-" + one.id() + "</volumeId><volumeType>gp3</volumeType>")
                  + "</volumeSet>");
      case "DescribeInstanceTypes" -> types(form);
      case "DescribeInstanceCreditSpecifications" ->
          ok(
              action,
              "<instanceCreditSpecificationSet>"
                  + items(
                      values(form, "InstanceId."),
                      id -> "<instanceId>" + id + "</instanceId><cpuCredits>unlimited</cpuCredits>")
                  + "</instanceCreditSpecificationSet>");
      case "DescribeInstanceTypeOfferings" ->
          ok(
              action,
              "<instanceTypeOfferingSet><item><instanceType>m5.large</instanceType></item>"
                  + "</instanceTypeOfferingSet>");
      default -> refused(new Fault(BAD_REQUEST, "InvalidAction"));
    };
  }

  private Reply instances(Map<String, String> form) {
    List<String> states = values(form, "Filter.1.Value.");
    List<Machine> there = machines.stream().filter(one -> states.contains(one.state())).toList();
    int from = Integer.parseInt(form.getOrDefault("NextToken", "0"));
    int until = Math.min(there.size(), from + PAGE);
    String token = until < there.size() ? "<nextToken>" + until + "</nextToken>" : "";
    return ok(
        "DescribeInstances",
        "<reservationSet><item><reservationId>r-1</reservationId><ownerId>"
            + owner
            + "</ownerId><instancesSet>"
            + items(there.subList(from, until), LoopbackEc2::instance)
            + "</instancesSet></item></reservationSet>"
            + token);
  }

  private static String instance(Machine one) {
    return "<instanceId>"
        + one.id()
        + "</instanceId><instanceType>"
        + one.type()
        + "</instanceType><instanceState><code>0</code><name>"
        + one.state()
        + "</name></instanceState><placement><availabilityZone>us-east-1a</availabilityZone>"
        + "</placement><monitoring><state>disabled</state></monitoring>"
        + "<blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs><volumeId>vol-"
        + one.id()
        + "</volumeId></ebs></item></blockDeviceMapping>"
        + one.more();
  }

  private static Reply types(Map<String, String> form) {
    return ok(
        "DescribeInstanceTypes",
        "<instanceTypeSet>"
            + items(
                values(form, "InstanceType."),
                name ->
                    "<instanceType>"
                        + name
                        + "</instanceType><burstablePerformanceSupported>"
                        + name.startsWith("t")
                        + "</burstablePerformanceSupported>"
                        + (name.contains("d.")
                            ? "<instanceStorageInfo><disks><item><count>2</count></item></disks>"
                                + "</instanceStorageInfo>"
                            : ""))
            + "</instanceTypeSet>");
  }

  private static List<String> values(Map<String, String> form, String prefix) {
    return form.entrySet().stream()
        .filter(one -> one.getKey().startsWith(prefix))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  private static <T> String items(List<T> all, java.util.function.Function<T, String> content) {
    return all.stream()
        .map(one -> "<item>" + content.apply(one) + "</item>")
        .collect(Collectors.joining());
  }

  private static Reply ok(String action, String content) {
    return Reply.ok(
        "text/xml",
        ("<"
                + action
                + "Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
                + "<requestId>1</requestId>"
                + content
                + "</"
                + action
                + "Response>")
            .getBytes(UTF_8));
  }

  static Reply refused(Fault fault) {
    return new Reply(
        fault.status(),
        "text/xml",
        ByteBuffer.wrap(
            ("<Response><Errors><Error><Code>"
                    + fault.code()
                    + "</Code><Message>It is refused.</Message></Error></Errors>"
                    + "<RequestID>1</RequestID></Response>")
                .getBytes(UTF_8)));
  }
}
