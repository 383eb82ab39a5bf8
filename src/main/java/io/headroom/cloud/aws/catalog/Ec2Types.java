package io.headroom.cloud.aws.catalog;

import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
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

  private static final int SERVER_ERROR = 500;
  private static final String OPERATION = "DescribeInstanceTypes";
  private static final String CANNOT = "Cannot list the instance types of aws ";
  private static final String PERMISSIONS =
      "ec2:DescribeInstanceTypes and ec2:DescribeInstanceTypeOfferings";

  private Ec2Types() {}

  /**
   * Returns the types that are offered in {@code region}, in no order.
   *
   * @throws CloudException if EC2 refuses, cannot be reached or offers none
   */
  static List<InstanceTypeInfo> offered(Ec2Client ec2, String region) {
    try {
      Set<String> offered = offerings(ec2);
      List<InstanceTypeInfo> types =
          ec2
              .describeInstanceTypesPaginator(request -> request.maxResults(TYPES_A_PAGE))
              .instanceTypes()
              .stream()
              .filter(type -> offered.contains(type.instanceTypeAsString()))
              .toList();
      if (types.isEmpty()) {
        throw new CloudException(
            FailureKind.NOT_FOUND,
            OPERATION,
            "",
            CANNOT + region + ": EC2 offers none there; check the name of the region");
      }
      return types;
    } catch (AwsServiceException e) {
      throw refused(region, e);
    } catch (SdkException e) {
      throw new CloudException(
          FailureKind.UNAVAILABLE,
          OPERATION,
          "",
          CANNOT
              + region
              + ": EC2 cannot be asked: "
              + e.getMessage()
              + "; check the name of the region, the credentials and the network",
          e);
    }
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

  private static CloudException refused(String region, AwsServiceException e) {
    String code =
        Optional.ofNullable(e.awsErrorDetails())
            .flatMap(details -> Optional.ofNullable(details.errorCode()))
            .orElse("no code");
    boolean theirs = e.statusCode() >= SERVER_ERROR || e.isThrottlingException();
    FailureKind kind = e.isThrottlingException() ? FailureKind.THROTTLED : FailureKind.UNAVAILABLE;
    return new CloudException(
        theirs ? kind : FailureKind.DENIED,
        OPERATION,
        code,
        CANNOT
            + region
            + ": EC2 answered HTTP "
            + e.statusCode()
            + " with "
            + code
            + "; "
            + (theirs ? "try again later" : "allow " + PERMISSIONS),
        e);
  }
}
