package io.headroom.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.LimitedBy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerCalculatorTest {

  private static SortedSet<String> services(String... names) {
    return new TreeSet<>(List.of(names));
  }

  /** A question about a bench on a machine of which nothing was measured, without headroom. */
  private static WorkerQuestion question(double vcpus, double memory, String... names) {
    return new WorkerQuestion(
        new VCpus(vcpus),
        new Mebibytes(memory),
        WorkerRecipe.FRAPPE_BENCH,
        services(names),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Headroom.NONE,
        OptionalInt.empty(),
        1,
        99);
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 5", "4, 9"})
  void withMemoryToSpareVcpusDecide(double vcpus, int workers) {
    WorkerAnswer answer = WorkerCalculator.answer(question(vcpus, 65536));
    assertThat(answer.web()).isEqualTo(workers);
    assertThat(answer.byVcpus()).isEqualTo(workers);
    assertThat(answer.limitedBy()).isEqualTo(LimitedBy.VCPU);
    assertThat(answer.free()).isEqualTo(new VCpus(vcpus));
  }

  @Test
  void aDatabaseOnTheHostTakesHalfOfTheMemoryAndAQuarterOfTheVcpus() {
    // 2 GiB all in one: 0.6 × 768 ÷ 150 = 3 workers, 0.4 × 768 ÷ 240 = 1 set of background workers
    WorkerAnswer answer = WorkerCalculator.answer(question(2, 2048, "mariadb", "redis"));
    assertThat(answer.web()).isEqualTo(3);
    assertThat(answer.limitedBy()).isEqualTo(LimitedBy.MEMORY);
    assertThat(answer.byMemory()).isEqualTo(3);
    assertThat(answer.forWeb()).isEqualTo(new Mebibytes(460.8));
    assertThat(answer.background()).hasValue(1);
    assertThat(answer.free()).isEqualTo(new VCpus(1.5));
    assertThat(answer.byVcpus()).isEqualTo(4);
    assertThat(answer.perWorker()).isEqualTo(new Mebibytes(150));
  }

  @Test
  void whatWasMeasuredIsTakenAsMeasured() {
    WorkerQuestion measured =
        new WorkerQuestion(
            new VCpus(4),
            new Mebibytes(65536),
            WorkerRecipe.FRAPPE_BENCH,
            services("mariadb"),
            Optional.of(new VCpus(2)),
            Optional.of(new Mebibytes(60000)),
            Optional.of(new Mebibytes(200)),
            Headroom.ofPercent(50),
            OptionalInt.of(2),
            1,
            99);
    WorkerAnswer answer = WorkerCalculator.answer(measured);
    assertThat(answer.free()).isEqualTo(new VCpus(2));
    // ceil(5 ÷ 2)
    assertThat(answer.byVcpus()).isEqualTo(3);
    // (65536 − 60000) ÷ 1.5 × 0.6 = 2214.4; ÷ 200 = 11
    assertThat(answer.forWeb()).isEqualTo(new Mebibytes(2214.4));
    assertThat(answer.byMemory()).isEqualTo(11);
    // the other 40 % are 1476.3, ÷ 240 = 6
    assertThat(answer.background()).hasValue(6);
    assertThat(answer.web()).isEqualTo(3);
  }

  @Test
  void thereAreOneToEightSetsOfBackgroundWorkers() {
    assertThat(WorkerCalculator.answer(question(1, 65536)).background()).hasValue(8);
    assertThat(WorkerCalculator.answer(question(1, 512)).background()).hasValue(1);
  }

  @Test
  void gunicornAloneHasNone() {
    WorkerQuestion gunicorn =
        new WorkerQuestion(
            new VCpus(2),
            new Mebibytes(4096),
            WorkerRecipe.GUNICORN,
            services(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Headroom.NONE,
            OptionalInt.empty(),
            2,
            3);
    WorkerAnswer answer = WorkerCalculator.answer(gunicorn);
    assertThat(answer.background()).isEmpty();
    // max(4096 − 3000, 0.75 × 4096) = 3072, all of it for web workers
    assertThat(answer.forWeb()).isEqualTo(new Mebibytes(3072));
    assertThat(answer.web()).isEqualTo(3);
    assertThat(answer.limitedBy()).isEqualTo(LimitedBy.MAXIMUM);
  }

  /** Memory, what the application can use alone, and beside a database. */
  @ParameterizedTest
  @CsvSource({
    "2048, 1536, 768",
    "4096, 3072, 1536",
    "16384, 13384, 6144", // 16384 − 3000; 8192 × 0.75
    "65536, 62536, 29768"
  })
  void usableMemoryIsTheLargerOfTwoRules(double memory, double alone, double beside) {
    WorkerRecipe recipe = WorkerRecipe.FRAPPE_BENCH;
    assertThat(recipe.usable(new Mebibytes(memory), services())).isEqualTo(new Mebibytes(alone));
    assertThat(recipe.usable(new Mebibytes(memory), services("redis")))
        .isEqualTo(new Mebibytes(alone));
    assertThat(recipe.usable(new Mebibytes(memory), services("postgresql")))
        .isEqualTo(new Mebibytes(beside));
  }

  @Test
  void recipesAreFoundByName() {
    assertThat(WorkerRecipe.ofId("frappe-bench")).contains(WorkerRecipe.FRAPPE_BENCH);
    assertThat(WorkerRecipe.ofId("gunicorn")).contains(WorkerRecipe.GUNICORN);
    assertThat(WorkerRecipe.ofId("bench")).isEmpty();
    assertThat(WorkerRecipe.GUNICORN.id()).isEqualTo("gunicorn");
  }
}
