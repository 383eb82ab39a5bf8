package io.headroom.cloud.aws.catalog;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.Architecture;
import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.OperationRate;
import io.headroom.testing.LoopbackServer.Answer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * EC2 as far as it lists types: pages of the documented size, in the XML of its query protocol;
 * what it is not asked for in the documented way it refuses.
 */
record Ec2Answers(List<InstanceType> types, List<String> offered) {

  private static final String XML = "text/xml;charset=UTF-8";

  /** Answers a form that was posted. */
  Answer answer(String form) {
    Map<String, String> fields = fields(form);
    int most = Integer.parseInt(fields.getOrDefault("MaxResults", "0"));
    int start = Integer.parseInt(fields.getOrDefault("NextToken", "0"));
    return switch (fields.getOrDefault("Action", "")) {
      case "DescribeInstanceTypes" ->
          most < 5 || most > 100
              ? refusal("InvalidParameterValue")
              : page(
                  "DescribeInstanceTypes",
                  "instanceTypeSet",
                  types.stream().map(Ec2Answers::type).toList(),
                  start,
                  most);
      case "DescribeInstanceTypeOfferings" ->
          most < 5 || most > 1000 || !"region".equals(fields.get("LocationType"))
              ? refusal("InvalidParameterValue")
              : page(
                  "DescribeInstanceTypeOfferings",
                  "instanceTypeOfferingSet",
                  offered.stream().map(Ec2Answers::offering).toList(),
                  start,
                  most);
      default -> refusal("InvalidAction");
    };
  }

  static Answer refusal(String code) {
    return Answer.of(
        400,
        XML,
        "<Response><Errors><Error><Code>"
            + code
            + "</Code><Message>no</Message></Error></Errors><RequestID>r</RequestID></Response>");
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new TreeMap<>();
    Arrays.stream(form.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return fields;
  }

  private static Answer page(String action, String set, List<String> items, int start, int most) {
    int end = Math.min(items.size(), start + most);
    String token = end < items.size() ? element("nextToken", Integer.toString(end)) : "";
    String body =
        element("requestId", "r")
            + element(
                set,
                items.subList(start, end).stream()
                    .map(item -> element("item", item))
                    .collect(Collectors.joining()))
            + token;
    return Answer.of(200, XML, element(action + "Response", body));
  }

  private static String offering(String type) {
    return element("instanceType", type)
        + element("locationType", "region")
        + element("location", OfferFileText.REGION);
  }

  private static String type(InstanceType type) {
    return element("instanceType", type.name())
        + element("bareMetal", Boolean.toString(type.is(Trait.BARE_METAL)))
        + (type.is(Trait.BARE_METAL)
            ? ""
            : element("hypervisor", type.is(Trait.XEN) ? "xen" : "nitro"))
        + element(
            "processorInfo",
            element(
                "supportedArchitectures",
                type.architectures().stream()
                    .map(Architecture::id)
                    .map(id -> element("item", id))
                    .collect(Collectors.joining())))
        + element("vCpuInfo", element("defaultVCpus", whole(type.vcpus().value())))
        + element("memoryInfo", element("sizeInMiB", whole(type.memory().value())))
        + element("instanceStorageSupported", Boolean.toString(type.is(Trait.LOCAL_DISK)))
        + (type.is(Trait.ACCELERATOR)
            ? element("gpuInfo", element("totalGpuMemoryInMiB", "16384"))
            : "")
        + disks(type)
        + network(type)
        + element("burstablePerformanceSupported", Boolean.toString(type.isBurstable()));
  }

  private static String disks(InstanceType type) {
    String optimized =
        rate("baselineBandwidthInMbps", type.limits().disk(), 1e6)
            + rate("maximumBandwidthInMbps", type.limits().diskBurst(), 1e6)
            + operations("baselineIops", type.limits().iops())
            + operations("maximumIops", type.limits().iopsBurst());
    String attachments =
        type.limits().attachments().isPresent()
            ? element(
                "maximumEbsAttachments", Integer.toString(type.limits().attachments().getAsInt()))
            : "";
    return element(
        "ebsInfo",
        (optimized.isEmpty() ? "" : element("ebsOptimizedInfo", optimized)) + attachments);
  }

  private static String network(InstanceType type) {
    String card =
        rate("baselineBandwidthInGbps", type.limits().network(), 1e9)
            + rate("peakBandwidthInGbps", type.limits().networkBurst(), 1e9);
    return element("networkInfo", element("networkCards", element("item", card)));
  }

  private static String rate(String name, Optional<DataRate> rate, double bits) {
    return rate.map(found -> element(name, plain(found.bytesPerSecond() * 8 / bits))).orElse("");
  }

  private static String operations(String name, Optional<OperationRate> rate) {
    return rate.map(found -> element(name, whole(found.perSecond()))).orElse("");
  }

  private static String plain(double value) {
    return new BigDecimal(value, new MathContext(12)).stripTrailingZeros().toPlainString();
  }

  private static String whole(double value) {
    return Long.toString(Math.round(value));
  }

  static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }
}
