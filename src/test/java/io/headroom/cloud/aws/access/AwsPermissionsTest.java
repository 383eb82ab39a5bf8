package io.headroom.cloud.aws.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.collector.Permission;
import io.headroom.testing.SdkCalls;
import io.headroom.testing.SdkCalls.Called;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AwsPermissionsTest {

  private static final String SERVICES = "software.amazon.awssdk.services.";

  /** Methods of clients that make no call. */
  private static final Set<String> WITHOUT_CALL =
      Set.of("builder", "close", "serviceClientConfiguration");

  @Test
  void namesEveryCallThatTheCodeMakesAndNoOther() {
    NavigableSet<String> named = new TreeSet<>(AwsPermissions.decidedElsewhere());
    named.addAll(AwsPermissions.ofHosts());
    AwsPermissions.reader().stream().map(Permission::action).forEach(named::add);

    assertThat(SdkCalls.in("io.headroom.cloud.aws", AwsPermissionsTest::action)).isEqualTo(named);
  }

  @Test
  void namesNoActionTwiceAndNoneWithAWildcard() {
    assertThat(AwsPermissions.reader())
        .extracting(Permission::action)
        .doesNotHaveDuplicates()
        .allMatch(action -> action.matches("[a-z0-9]+:[A-Z][A-Za-z]+"));
  }

  @Test
  void allowsNothingThatChangesSomething() {
    assertThat(AwsPermissions.reader())
        .extracting(permission -> permission.action().split(":", 2)[1])
        .allMatch(call -> call.matches("(Describe|List|Get)[A-Z].*"));
  }

  /** {@code Ec2Client.describeVolumesPaginator} is {@code ec2:DescribeVolumes}. */
  private static Optional<String> action(Called called) {
    if (called.owner().endsWith("StsAssumeRoleCredentialsProvider")) {
      return Optional.of("sts:AssumeRole");
    }
    boolean isClient =
        called.owner().startsWith(SERVICES) && called.simpleOwner().endsWith("Client");
    if (!isClient || WITHOUT_CALL.contains(called.method())) {
      return Optional.empty();
    }
    String service = called.owner().substring(SERVICES.length()).split("\\.", 2)[0];
    String call = called.method().replaceFirst("Paginator$", "");
    return Optional.of(
        service + ":" + call.substring(0, 1).toUpperCase(Locale.ROOT) + call.substring(1));
  }
}
