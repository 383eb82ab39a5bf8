package io.headroom.oracle;

import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The samples of one metric as a plain list, gaps left out. */
final class Samples {

  private static final int FIVE_MINUTES = 300;

  private Samples() {}

  /** A sample in the unit it came in. */
  record Sample(long start, int seconds, SampleUnit unit, double value) {}

  static boolean has(Question question, Metric metric) {
    return question.machine().observations().of(metric).isPresent();
  }

  static List<Sample> raw(Question question, Metric metric) {
    List<Sample> samples = new ArrayList<>();
    for (Series part : parts(question, metric)) {
      for (int slot = 0; slot < part.slots(); slot++) {
        if (part.observed(slot)) {
          samples.add(
              new Sample(part.slotStart(slot), part.stepSeconds(), part.unit(), part.value(slot)));
        }
      }
    }
    return samples;
  }

  /** Multiplies utilization with the cores it is relative to, where the source says them. */
  static List<Sample> ofReservedCores(Question question, List<Sample> samples) {
    if (!has(question, Metric.CPU_RESERVED)) {
      return samples;
    }
    TreeMap<Long, Double> cores = new TreeMap<>();
    raw(question, Metric.CPU_RESERVED).forEach(one -> cores.put(one.start(), one.value()));
    List<Sample> used = new ArrayList<>();
    for (Sample sample : samples) {
      Map.Entry<Long, Double> known = cores.floorEntry(sample.start());
      if (sample.unit() == SampleUnit.VCPUS) {
        used.add(sample);
      } else if (known != null) {
        double share = sample.unit() == SampleUnit.PERCENT ? sample.value() / 100 : sample.value();
        used.add(
            new Sample(
                sample.start(),
                sample.seconds(),
                SampleUnit.VCPUS,
                (float) (share * known.getValue())));
      }
    }
    return used;
  }

  /** Averages what is finer than five minutes; what is coarser stays. */
  static List<Sample> fiveMinuteMeans(List<Sample> samples) {
    List<Sample> means = new ArrayList<>();
    TreeMap<Long, List<Sample>> fine = new TreeMap<>();
    for (Sample sample : samples) {
      if (sample.seconds() >= FIVE_MINUTES) {
        means.add(sample);
      } else {
        long slot = Math.floorDiv(sample.start(), (long) FIVE_MINUTES) * FIVE_MINUTES;
        fine.computeIfAbsent(slot, start -> new ArrayList<>()).add(sample);
      }
    }
    fine.forEach(
        (start, inside) -> {
          double mean = inside.stream().mapToDouble(Sample::value).average().orElseThrow();
          means.add(new Sample(start, FIVE_MINUTES, inside.get(0).unit(), (float) mean));
        });
    means.sort(java.util.Comparator.comparingLong(Sample::start));
    return means;
  }

  private static List<Series> parts(Question question, Metric metric) {
    return question
        .machine()
        .observations()
        .of(metric)
        .map(sequence -> sequence.parts())
        .orElse(List.of());
  }
}
