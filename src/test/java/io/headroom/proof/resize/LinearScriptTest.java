package io.headroom.proof.resize;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cloud.sim.CallKind;
import io.headroom.cloud.sim.Fault;
import io.headroom.cloud.sim.Flavour;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A script of stop, change and start leaves machines down; the executor does not. */
class LinearScriptTest {

  static List<Flavour> clouds() {
    return List.of(Flavour.EC2_LIKE, Flavour.GCE_LIKE);
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void resizesWhenNothingGoesWrong(Flavour cloud) {
    assertThat(LinearScript.leavesItDown(cloud, new TreeMap<>())).isFalse();
  }

  @Test
  void leavesManyMachinesDownWhenSomethingGoesWrong(TestReporter reporter) {
    List<SortedMap<Integer, Fault>> one = withOneMore(new TreeMap<>());
    List<SortedMap<Integer, Fault>> two =
        one.stream().flatMap(faults -> withOneMore(faults).stream()).toList();

    double afterOne = shareDown(one);
    double afterTwo = shareDown(two);

    reporter.publishEntry(
        "left down by a script",
        one.size() + ": " + afterOne + ", " + two.size() + ": " + afterTwo);
    assertThat(afterOne).isGreaterThan(0.1);
    assertThat(afterTwo).isGreaterThan(0.1);
  }

  private static double shareDown(List<SortedMap<Integer, Fault>> schedules) {
    long down =
        schedules.stream()
            .filter(faults -> LinearScript.leavesItDown(Flavour.EC2_LIKE, faults))
            .count();
    return (double) down / schedules.size();
  }

  private static List<SortedMap<Integer, Fault>> withOneMore(SortedMap<Integer, Fault> faults) {
    List<CallKind> calls = LinearScript.calls(Flavour.EC2_LIKE, faults);
    List<SortedMap<Integer, Fault>> more = new ArrayList<>();
    for (int call = faults.isEmpty() ? 0 : faults.lastKey() + 1; call < calls.size(); call++) {
      for (Fault fault : Fault.of(calls.get(call))) {
        SortedMap<Integer, Fault> next = new TreeMap<>(faults);
        next.put(call, fault);
        more.add(next);
      }
    }
    return more;
  }
}
