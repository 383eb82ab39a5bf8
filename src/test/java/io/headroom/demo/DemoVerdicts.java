package io.headroom.demo;

import io.headroom.advice.Adviser;
import io.headroom.advice.Fleet;
import io.headroom.advice.FleetRun;
import io.headroom.advice.Judged;
import io.headroom.advice.RunSummary;
import io.headroom.catalog.Catalogs;
import io.headroom.model.verdict.Verdict;
import io.headroom.policy.PolicySet;
import io.headroom.policy.file.ShippedPolicies;
import io.headroom.recording.BundledRecording;
import io.headroom.recording.RecordingReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The verdicts on the bundled recording, under the policies of the demo. */
record DemoVerdicts(List<Judged> judged, RunSummary summary) {

  static DemoVerdicts read() throws InterruptedException {
    RecordingReader recording = RecordingReader.open(BundledRecording.directory());
    PolicySet policies =
        new PolicySet(Stream.of("erpnext", "peak-plus-half").map(ShippedPolicies::load).toList());
    Adviser adviser =
        new Adviser(policies, Catalogs.bundled(), recording.recording().recordedUntil());
    List<Judged> verdicts = new ArrayList<>();
    RunSummary summary =
        new FleetRun(Fleet.of(recording), adviser, /* parallelism= */ 2).judge(verdicts::add);
    return new DemoVerdicts(List.copyOf(verdicts), summary);
  }

  List<Verdict> all() {
    return judged.stream().map(Judged::verdict).toList();
  }

  Verdict of(String name) {
    return judged(name).verdict();
  }

  Judged judged(String name) {
    return judged.stream()
        .filter(one -> one.machine().instance().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
