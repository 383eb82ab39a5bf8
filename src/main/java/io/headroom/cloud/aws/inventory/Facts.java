package io.headroom.cloud.aws.inventory;

import io.headroom.model.machine.CreditMode;
import java.util.HashMap;
import java.util.Map;

/**
 * What DescribeInstances does not say of an instance. What is not in a map is unknown.
 *
 * @param volumeKinds kind of volume by volume id
 * @param localDisks number of disks on the host by instance type
 * @param burstable whether it earns CPU credits, by instance type
 * @param creditModes credit mode by instance id
 */
record Facts(
    Map<String, String> volumeKinds,
    Map<String, Integer> localDisks,
    Map<String, Boolean> burstable,
    Map<String, CreditMode> creditModes) {

  static final Facts NONE = new Facts(Map.of(), Map.of(), Map.of(), Map.of());

  Facts {
    volumeKinds = Map.copyOf(volumeKinds);
    localDisks = Map.copyOf(localDisks);
    burstable = Map.copyOf(burstable);
    creditModes = Map.copyOf(creditModes);
  }

  static Facts ofVolumes(Map<String, String> volumeKinds) {
    return new Facts(volumeKinds, Map.of(), Map.of(), Map.of());
  }

  static Facts ofTypes(Map<String, Integer> localDisks, Map<String, Boolean> burstable) {
    return new Facts(Map.of(), localDisks, burstable, Map.of());
  }

  static Facts ofCreditModes(Map<String, CreditMode> creditModes) {
    return new Facts(Map.of(), Map.of(), Map.of(), creditModes);
  }

  Facts with(Facts more) {
    return new Facts(
        united(volumeKinds, more.volumeKinds),
        united(localDisks, more.localDisks),
        united(burstable, more.burstable),
        united(creditModes, more.creditModes));
  }

  private static <V> Map<String, V> united(Map<String, V> some, Map<String, V> more) {
    Map<String, V> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }
}
