package io.headroom.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.model.demand.Censoring;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Demands;
import io.headroom.model.demand.Evidence;
import io.headroom.model.demand.Traffic;
import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.OperationRate;
import io.headroom.model.unit.VCpus;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Writes the demand of a machine as a JSON object, each dimension with its evidence. */
final class DemandJson {

  private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

  private final JsonGenerator json;

  DemandJson(JsonGenerator json) {
    this.json = json;
  }

  void write(Optional<Demands> demands) throws IOException {
    if (demands.isEmpty()) {
      json.writeNullField("demand");
      return;
    }
    json.writeObjectFieldStart("demand");
    dimension("cpu", "vcpus", demands.get().cpu(), DemandJson::vcpus);
    dimension("memory", "mib", demands.get().memory(), DemandJson::mebibytes);
    traffic("network", "bytes_per_second", demands.get().network(), DataRate::bytesPerSecond);
    traffic("disk_throughput", "bytes_per_second", demands.get().disk(), DataRate::bytesPerSecond);
    traffic("disk_iops", "per_second", demands.get().iops(), OperationRate::perSecond);
    json.writeEndObject();
  }

  private static BigDecimal vcpus(VCpus vcpus) {
    return VerdictJson.decimal(vcpus.value());
  }

  private static BigDecimal mebibytes(Mebibytes memory) {
    return BigDecimal.valueOf(memory.wholeRoundedUp());
  }

  private <Q extends Comparable<Q>> void dimension(
      String name, String unit, Demand<Q> demand, Function<Q, BigDecimal> number)
      throws IOException {
    json.writeObjectFieldStart(name);
    Optional<Demand.Observed<Q>> observed = demand.observed();
    json.writeBooleanField("collected", observed.isPresent());
    if (observed.isPresent()) {
      observed(unit, observed.get(), number);
    } else {
      json.writeStringField("why_not", demand.match(found -> "", Demand.NotCollected::why));
    }
    json.writeEndObject();
  }

  private <Q extends Comparable<Q>> void observed(
      String unit, Demand.Observed<Q> observed, Function<Q, BigDecimal> number) throws IOException {
    Evidence evidence = observed.evidence();
    json.writeStringField("statistic", evidence.statistic());
    json.writeNumberField("value", number.apply(observed.value()));
    json.writeStringField("unit", unit);
    json.writeStringField("at", evidence.at().toString());
    json.writeStringField("resolution", evidence.resolution().label());
    json.writeNumberField("resolution_seconds", evidence.resolution().seconds());
    json.writeBooleanField("lower_bound", evidence.resolution().isLowerBound());
    json.writeNumberField("coverage", VerdictJson.decimal(observed.coverage().fraction()));
    json.writeNumberField(
        "history_days", VerdictJson.decimal(evidence.history().toSeconds() / SECONDS_PER_DAY));
    json.writeBooleanField("censored", observed.censoring() != Censoring.NONE);
    json.writeStringField("censoring", observed.censoring().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("peak", number.apply(observed.peak()));
    if (observed.momentary().isPresent()) {
      json.writeNumberField("momentary_peak", number.apply(observed.momentary().get()));
    } else {
      json.writeNullField("momentary_peak");
    }
    json.writeNumberField("mean", number.apply(observed.mean()));
    json.writeBooleanField("may_reduce", observed.mayReduce());
    json.writeStringField("named_peak", evidence.namedPeak().orElse(null));
  }

  private <Q extends Comparable<Q>> void traffic(
      String name, String unit, Optional<Traffic<Q>> traffic, Function<Q, Double> number)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeBooleanField("collected", traffic.isPresent());
    if (traffic.isPresent()) {
      json.writeNumberField("p99_5", rounded(number.apply(traffic.get().lasting())));
      json.writeNumberField("peak", rounded(number.apply(traffic.get().peak())));
      json.writeStringField("unit", unit);
    }
    json.writeEndObject();
  }

  private static long rounded(double value) {
    return Math.round(value);
  }
}
