package io.headroom.collector.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HostHistoriesTest {

  private static final Instant UNTIL = Instant.parse("2026-07-20T00:00:00Z");

  private static HostProfile web(WorkerPool pool) {
    return new HostProfile(
        Optional.of("gunicorn"),
        Optional.of(pool),
        Optional.empty(),
        Optional.of(new VCpus(0.5)),
        new TreeSet<>(),
        List.of());
  }

  @Test
  void keepsWhatWasKnownWhereNothingWasMeasured() {
    HostProfile before = web(WorkerPool.of(5));

    assertThat(HostHistories.continued(before, UNTIL, HostProfile.UNKNOWN)).isEqualTo(before);
  }

  @Test
  void remembersTheCountBeforeAChange() {
    HostProfile after =
        HostHistories.continued(web(WorkerPool.of(5)), UNTIL, web(WorkerPool.of(9)));

    WorkerPool pool = after.web().orElseThrow();
    assertThat(pool.countAt(UNTIL.minusSeconds(1))).isEqualTo(5);
    assertThat(pool.countAt(UNTIL)).isEqualTo(9);
    assertThat(pool.count()).isEqualTo(9);
  }

  @Test
  void addsNoChangeWhereTheCountIsTheSame() {
    HostProfile after =
        HostHistories.continued(web(WorkerPool.of(5)), UNTIL, web(WorkerPool.of(5)));

    assertThat(after.web().orElseThrow().changes()).isEmpty();
  }

  @Test
  void keepsAFigureThatWasNotMeasuredThisTime() {
    WorkerPool measured =
        new WorkerPool(
            5,
            Optional.of(new Mebibytes(150)),
            Optional.of(new Mebibytes(110)),
            OptionalInt.empty(),
            OptionalInt.of(4),
            List.of());

    WorkerPool after =
        HostHistories.continued(web(measured), UNTIL, web(WorkerPool.of(5))).web().orElseThrow();

    assertThat(after.perWorkerHigh()).contains(new Mebibytes(150));
    assertThat(after.peakBusy()).hasValue(4);
  }
}
