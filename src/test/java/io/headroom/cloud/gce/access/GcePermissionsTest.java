package io.headroom.cloud.gce.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.collector.Permission;
import io.headroom.testing.SdkCalls;
import io.headroom.testing.SdkCalls.Called;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GcePermissionsTest {

  private static final String CLOUD = "com.google.cloud.";

  @Test
  void namesEveryCallThatTheCodeMakesAndNoOther() {
    NavigableSet<String> named = new TreeSet<>();
    GcePermissions.reader().stream().map(Permission::action).forEach(named::add);

    assertThat(SdkCalls.in("io.headroom.cloud.gce", GcePermissionsTest::permission))
        .isEqualTo(named);
  }

  @Test
  void allowsNothingThatChangesSomething() {
    assertThat(GcePermissions.reader())
        .extracting(Permission::action)
        .doesNotHaveDuplicates()
        .allMatch(action -> action.matches("[a-z]+\\.[a-zA-Z]+\\.(list|get|use)"));
  }

  /** {@code DisksClient.aggregatedListCallable} is {@code compute.disks.list}. */
  private static Optional<String> permission(Called called) {
    boolean isCall =
        called.owner().startsWith(CLOUD)
            && called.simpleOwner().endsWith("Client")
            && !called.method().equals("create")
            && !called.method().equals("close");
    if (!isCall) {
      return Optional.empty();
    }
    String service = called.owner().substring(CLOUD.length()).split("\\.", 2)[0];
    String call = called.method().replaceFirst("Callable$", "");
    return Optional.of(
        switch (service) {
          case "compute" -> "compute." + resource(called) + "." + verb(call);
          case "monitoring" -> "monitoring." + resource(call) + "." + verb(call);
          // anybody may read prices, on the account of a project they may use
          case "billing" -> "serviceusage.services.use";
          default -> service + "." + call;
        });
  }

  private static String resource(Called called) {
    return lower(called.simpleOwner().replaceFirst("Client$", ""));
  }

  /** {@code listTimeSeries} is about {@code timeSeries}. */
  private static String resource(String call) {
    return lower(call.replaceFirst("^(list|get)", ""));
  }

  /** A list of all zones needs what a list of one does. */
  private static String verb(String call) {
    return call.equals("aggregatedList") ? "list" : call.replaceFirst("^(list|get).*", "$1");
  }

  private static String lower(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
