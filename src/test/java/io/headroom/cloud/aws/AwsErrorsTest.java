package io.headroom.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.collector.Scope;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.machine.Provider;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

class AwsErrorsTest {

  private static final Scope SCOPE = Scope.of(Provider.AWS, "111122223333", "us-east-1");

  @ParameterizedTest
  @CsvSource({
    "400, Throttling, throttled",
    "400, ThrottlingException, throttled",
    "503, RequestLimitExceeded, throttled",
    "429, , throttled",
    "400, ExpiredToken, credentials",
    "401, AuthFailure, credentials",
    "403, UnrecognizedClientException, credentials",
    "403, UnauthorizedOperation, denied",
    "400, AccessDenied, denied",
    "403, SomethingNew, denied",
    "400, InvalidInstanceID.NotFound, not_found",
    "400, ValidationError, invalid_request",
    "400, InvalidParameterValue, invalid_request",
    "400, VcpuLimitExceeded, quota_exceeded",
    "500, InsufficientInstanceCapacity, capacity_unavailable",
    "400, IncorrectInstanceState, conflict",
    "500, InternalFailure, unavailable",
    "503, , unavailable",
    "400, SomethingNew, unexpected"
  })
  void classifiesByCodeThenByStatus(int status, @Nullable String code, String kind) {
    assertThat(of(refused(status, code)).kind().id()).isEqualTo(kind);
  }

  @Test
  void namesCallAccountRegionCodeReasonAndRemedy() {
    CloudException failure = of(refused(403, "UnauthorizedOperation"));

    assertThat(failure)
        .hasMessage(
            "Cannot call DescribeInstances of aws 111122223333 us-east-1: UnauthorizedOperation,"
                + " You may not; allow ec2:DescribeInstances to whoever collects");
    assertThat(failure.code()).isEqualTo("UnauthorizedOperation");
    assertThat(failure.operation()).isEqualTo("DescribeInstances");
  }

  @Test
  void knowsTimeFromReachFromCredentials() {
    assertThat(of(ApiCallTimeoutException.create(300_000)).kind().id()).isEqualTo("timed_out");
    assertThat(of(caused(new SocketTimeoutException("Read timed out"))).kind().id())
        .isEqualTo("timed_out");
    assertThat(of(caused(new UnknownHostException("ec2"))).kind().id()).isEqualTo("unavailable");
    assertThat(
            of(SdkClientException.create(
                    "Unable to load credentials from any of the providers in the chain"))
                .kind()
                .id())
        .isEqualTo("credentials");
    assertThat(of(SdkClientException.create("Something new")).kind().id()).isEqualTo("unexpected");
  }

  private static CloudException of(SdkException failure) {
    return AwsErrors.of(SCOPE, "DescribeInstances", failure);
  }

  private static SdkException caused(Exception cause) {
    return SdkClientException.create("Unable to execute HTTP request", cause);
  }

  private static SdkException refused(int status, @Nullable String code) {
    return AwsServiceException.builder()
        .statusCode(status)
        .message("You may not.")
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName("Ec2")
                .errorCode(code == null ? "" : code)
                .errorMessage("You may not.")
                .build())
        .build();
  }
}
