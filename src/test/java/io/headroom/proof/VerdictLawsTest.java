package io.headroom.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.engine.SizingEngine;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.Policy;
import io.headroom.model.series.Observations;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.oracle.Cases;
import io.headroom.oracle.Question;
import io.headroom.testing.Policies;
import io.headroom.testing.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds of any verdict: it rests where it leads, and the order of its input is nothing. */
class VerdictLawsTest {

  private static final int CASES = 25;

  @Test
  void theRecommendedTypeEvaluatedAgainIsOptimized() {
    Policy policy = Policies.peakPlusHalf().unlimited().build();
    Seeds.forEach(
        CASES,
        random -> {
          Provider provider = random.nextBoolean() ? Provider.AWS : Provider.GCE;
          Load load = new Load(random, 15, 30_000);
          String from = provider == Provider.AWS ? "m5.4xlarge" : "n2-standard-16";
          Verdict first = Load.verdict(provider, from, policy, load.cpu(1), load.memory(1));
          String best = first.recommended().map(Option::instanceType).orElse(from);
          Verdict again = Load.verdict(provider, best, policy, load.cpu(1), load.memory(1));
          assertThat(again.finding()).as(best).isEqualTo(Finding.OPTIMIZED);
          assertThat(again.options()).as(best).isEmpty();
        });
  }

  @Test
  void theStepsReachAFixedPointAndNeverComeBack() {
    Policy policy = Policies.peakPlusHalf().build();
    Seeds.forEach(
        CASES,
        random -> {
          Provider provider = random.nextBoolean() ? Provider.AWS : Provider.GCE;
          Load load = new Load(random, 4, 4_000);
          String type = provider == Provider.AWS ? "r5.8xlarge" : "n2-highmem-32";
          TreeSet<String> seen = new TreeSet<>(List.of(type));
          Optional<Option> next = Optional.empty();
          do {
            next = Load.verdict(provider, type, policy, load.cpu(1), load.memory(1)).recommended();
            if (next.isPresent()) {
              type = next.get().instanceType();
              assertThat(seen.add(type)).as("%s again after %s", type, seen).isTrue();
            }
          } while (next.isPresent());
          // 256 GiB to 4 GiB or more are at most six halvings, and a change of generation
          assertThat(seen).hasSizeBetween(2, 9);
        });
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    Seeds.forEach(
        CASES,
        random -> {
          long seed = random.nextLong();
          Verdict one = Comparison.verdict(Cases.of(new Random(seed)));
          Verdict other = fresh(Cases.of(new Random(seed)));
          assertThat(other).isEqualTo(one);
          assertThat(other.toString()).isEqualTo(one.toString());
        });
  }

  private static Verdict fresh(Question question) {
    return SizingEngine.evaluate(
        question.machine(),
        question.policy(),
        CandidateTable.of(question.catalog()),
        question.asOf());
  }

  @Test
  void theOrderOfTheInputDoesNotMatter() {
    Seeds.forEach(
        CASES,
        random -> {
          Question question = Cases.of(random);
          Verdict shuffled =
              fresh(
                  new Question(
                      new Observation(
                          shuffled(question.machine().instance(), random),
                          shuffled(question.machine().observations(), random)),
                      question.policy(),
                      shuffled(question.catalog(), random),
                      question.asOf()));
          Verdict ordered = Comparison.verdict(question);
          assertThat(shuffled).isEqualTo(ordered);
          assertThat(shuffled.toString()).isEqualTo(ordered.toString());
        });
  }

  /** Cuts every series into pieces and mixes them. */
  private static Observations shuffled(Observations observations, Random random) {
    List<Series> pieces = new ArrayList<>();
    for (Series series : observations.all()) {
      int cut = 1 + random.nextInt(series.slots());
      pieces.add(piece(series, 0, cut));
      pieces.add(piece(series, cut, series.slots()));
    }
    Collections.shuffle(pieces, random);
    return Observations.of(pieces);
  }

  private static Series piece(Series series, int from, int until) {
    float[] values = new float[until - from];
    for (int slot = from; slot < until; slot++) {
      values[slot - from] = series.observed(slot) ? series.value(slot) : Series.gap();
    }
    return Series.of(
        series.metric(),
        series.unit(),
        Instant.ofEpochSecond(series.slotStart(from)),
        series.stepSeconds(),
        values);
  }

  private static Instance shuffled(Instance instance, Random random) {
    List<TypeChange> changes = new ArrayList<>(instance.type().changes());
    Collections.shuffle(changes, random);
    List<TimeRange> stopped = new ArrayList<>(instance.stopped());
    Collections.shuffle(stopped, random);
    List<Map.Entry<String, String>> tags = new ArrayList<>(instance.tags().entrySet());
    Collections.shuffle(tags, random);
    Map<String, String> mixed = new LinkedHashMap<>();
    tags.forEach(tag -> mixed.put(tag.getKey(), tag.getValue()));
    InstanceBuilder builder =
        Instance.builder(
                instance.id(),
                instance.placement(),
                new TypeHistory(instance.type().present(), changes))
            .name(instance.name())
            .tags(mixed)
            .state(instance.state())
            .stopped(stopped)
            .hardware(instance.hardware())
            .host(instance.host());
    instance.launched().ifPresent(builder::launched);
    instance.creditMode().ifPresent(builder::creditMode);
    instance.memoryMeasure().ifPresent(builder::memoryMeasure);
    instance.samplingPeriod().ifPresent(builder::samplingPeriod);
    return builder.build();
  }

  private static RegionCatalog shuffled(RegionCatalog catalog, Random random) {
    List<Offering> offerings = new ArrayList<>(catalog.offerings().values());
    Collections.shuffle(offerings, random);
    return RegionCatalog.of(
        catalog.provider(),
        catalog.region(),
        catalog.priceDate(),
        catalog.source(),
        offerings,
        catalog.customShapes());
  }
}
