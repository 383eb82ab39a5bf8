package io.headroom.cli;

import io.headroom.advice.Adviser;
import io.headroom.advice.FleetRun;
import io.headroom.advice.Judged;
import io.headroom.advice.Problem;
import io.headroom.advice.RunSummary;
import io.headroom.model.policy.ExecutionRule.TerraformRule;
import io.headroom.recording.RecordingReader;
import io.headroom.terraform.proposal.MachineAdvice;
import java.util.ArrayList;
import java.util.List;

/**
 * What is advised for the machines of a recording.
 *
 * @param problems what could not be judged, or not fully
 */
record AdvisedFleet(List<MachineAdvice> advice, List<Problem> problems) {

  /** Copies the lists. */
  AdvisedFleet {
    advice = List.copyOf(advice);
    problems = List.copyOf(problems);
  }

  /** Judges every machine, with progress for whoever waits. */
  static AdvisedFleet of(RecordingReader reader, Adviser adviser, Terminal terminal)
      throws InterruptedException {
    List<MachineAdvice> advice = new ArrayList<>();
    int machines = reader.recording().instances().size();
    try (FleetProgress progress = FleetProgress.on(terminal, machines)) {
      RunSummary summary =
          new FleetRun(reader, adviser, Runtime.getRuntime().availableProcessors())
              .judge(
                  judged -> {
                    progress.step();
                    advice.add(advice(judged));
                  });
      return new AdvisedFleet(advice, summary.problems());
    }
  }

  private static MachineAdvice advice(Judged judged) {
    return MachineAdvice.of(
        judged.verdict(),
        judged
            .grounds()
            .map(grounds -> grounds.execution().terraform())
            .orElse(TerraformRule.WRITE_VARIABLES));
  }
}
