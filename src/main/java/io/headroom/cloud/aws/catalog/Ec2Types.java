package io.headroom.cloud.aws.catalog;

import io.headroom.cloud.aws.AwsErrors;
import io.headroom.collector.Scope;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Provider;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.LocationType;

/** The types that EC2 offers in a region. */
final class Ec2Types {

  /** The most DescribeInstanceTypes gives at once. */
  private static final int TYPES_A_PAGE = 100;

  /** The most DescribeInstanceTypeOfferings gives at once. */
  private static final int OFFERINGS_A_PAGE = 1000;

  private static final String TYPES = "DescribeInstanceTypes";
  private static final String OFFERINGS = "DescribeInstanceTypeOfferings";

  private Ec2Types() {}

  /**
   * Returns the types that are offered in {@code region}, in no order.
   *
   * @throws CloudException if EC2 refuses, cannot be reached or offers none
   */
  static List<InstanceTypeInfo> offered(Ec2Client ec2, String region) {
    Scope scope = Scope.of(Provider.AWS, "default", region);
    Set<String> offered = AwsErrors.calling(scope, OFFERINGS, () -> offerings(ec2));
    List<InstanceTypeInfo> types =
        AwsErrors.calling(
            scope,
            TYPES,
            () ->
                ec2
                    .describeInstanceTypesPaginator(request -> request.maxResults(TYPES_A_PAGE))
                    .instanceTypes()
                    .stream()
                    .filter(type -> offered.contains(type.instanceTypeAsString()))
                    .toList());
    if (types.isEmpty()) {
      throw new CloudException(
          FailureKind.NOT_FOUND,
          TYPES,
          "",
          "Cannot list the instance types of aws "
              + region
              + ": EC2 offers none there; check the name of the region");
    }
    return types;
  }

  private static Set<String> offerings(Ec2Client ec2) {
    return ec2
        .describeInstanceTypeOfferingsPaginator(
            request -> request.locationType(LocationType.REGION).maxResults(OFFERINGS_A_PAGE))
        .instanceTypeOfferings()
        .stream()
        .map(InstanceTypeOffering::instanceTypeAsString)
        .collect(Collectors.toUnmodifiableSet());
  }
}
