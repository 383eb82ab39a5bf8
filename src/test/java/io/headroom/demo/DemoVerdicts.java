package io.headroom.demo;

import io.headroom.advice.Adviser;
import io.headroom.advice.FleetRun;
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
record DemoVerdicts(List<Verdict> all, RunSummary summary) {

  static DemoVerdicts judged() throws InterruptedException {
    RecordingReader recording = RecordingReader.open(BundledRecording.directory());
    PolicySet policies =
        new PolicySet(Stream.of("erpnext", "peak-plus-half").map(ShippedPolicies::load).toList());
    Adviser adviser =
        new Adviser(policies, Catalogs.bundled(), recording.recording().recordedUntil());
    List<Verdict> verdicts = new ArrayList<>();
    RunSummary summary =
        new FleetRun(recording, adviser, /* parallelism= */ 2)
            .judge(judged -> verdicts.add(judged.verdict()));
    return new DemoVerdicts(List.copyOf(verdicts), summary);
  }

  Verdict of(String name) {
    return all.stream()
        .filter(verdict -> verdict.instance().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
