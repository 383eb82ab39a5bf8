package io.headroom.engine.verdict;

import static io.headroom.engine.verdict.SmallFleet.ago;
import static io.headroom.engine.verdict.SmallFleet.judged;
import static io.headroom.engine.verdict.SmallFleet.xlarge;
import static io.headroom.testing.Judged.notices;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.TimeRange;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Calendars;
import io.headroom.testing.Hosts;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeWriterTest {

  @Test
  void aNoticeSaysWhichFootprintOfAWorkerIsUsed() {
    Verdict standard =
        judged(Machines.ec2("m5.xlarge").host(Hosts.host().web(5).build()))
            .cpu(1)
            .memory(4000)
            .verdict();
    assertThat(notices(standard, NoticeKind.WORKER_FOOTPRINT))
        .containsExactly("per worker 150 MiB, the policy's default");
    assertThat(notices(standard, NoticeKind.PER_WORKER_REFUTED)).isEmpty();
    Verdict refuted =
        judged(Machines.ec2("m5.xlarge").host(Hosts.host().web(50).build()))
            .cpu(1)
            .memory(4000)
            .verdict();
    assertThat(notices(refuted, NoticeKind.PER_WORKER_REFUTED)).hasSize(1);
    assertThat(notices(xlarge().cpu(1).verdict(), NoticeKind.WORKER_FOOTPRINT)).isEmpty();
  }

  @Test
  void aNoticeNamesThePeakThatSetADemand() {
    Verdict verdict =
        xlarge()
            .cpu(1)
            .memory(4000)
            .policy(
                Policies.peakPlusHalf()
                    .calendar(Calendars.empty().keeping("year end", ago(4), Duration.ofDays(1))))
            .verdict();
    assertThat(notices(verdict, NoticeKind.NAMED_PEAK))
        .containsExactly("CPU demand was set by year end", "memory demand was set by year end");
  }

  @Test
  void aNoticeSaysThatAMachineRunsPartOfTheTime() {
    assertThat(running(Duration.ofDays(21)))
        .containsExactly("runs 50 % of the time, and is priced for that");
    // 5 % of 42 days are 50.4 hours
    assertThat(running(Duration.ofHours(50))).isEmpty();
    assertThat(running(Duration.ofHours(51))).hasSize(1);
  }

  private static List<String> running(Duration stopped) {
    return notices(
        judged(Machines.ec2("m5.xlarge").stopped(List.of(TimeRange.startingAt(ago(42), stopped))))
            .cpu(1)
            .verdict(),
        NoticeKind.RUNS_PART_TIME);
  }
}
