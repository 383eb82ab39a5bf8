package io.headroom.engine.verdict;

import io.headroom.model.catalog.Offering;
import io.headroom.model.demand.Required;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import io.headroom.testing.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A handful of types, and machines of them. Prices of a month are an hour's × 730. */
final class SmallFleet {

  static final Offering M5_LARGE = Types.ec2("m5.large", 2, 8192).at("0.1");
  static final Offering M5_XLARGE = Types.ec2("m5.xlarge", 4, 16384).at("0.2");
  static final Offering M5_2XLARGE = Types.ec2("m5.2xlarge", 8, 32768).at("0.4");
  static final Offering M5_4XLARGE = Types.ec2("m5.4xlarge", 16, 65536).at("0.8");
  static final Offering C5_XLARGE = Types.ec2("c5.xlarge", 4, 8192).at("0.17");
  static final Offering R5_LARGE = Types.ec2("r5.large", 2, 16384).at("0.126");

  private SmallFleet() {}

  static Judged judged(InstanceBuilder machine) {
    return Judged.of(machine)
        .among(M5_LARGE, M5_XLARGE, M5_2XLARGE, M5_4XLARGE, C5_XLARGE, R5_LARGE);
  }

  static Judged xlarge() {
    return judged(Machines.ec2("m5.xlarge"));
  }

  static Required required(Verdict verdict) {
    return verdict.required().orElseThrow();
  }

  static Instant ago(int days) {
    return Machines.AS_OF.minus(Duration.ofDays(days));
  }

  static InstanceBuilder changed(TypeChange... changes) {
    return Instance.builder(
        "i-1",
        new Placement(Provider.AWS, "1", "us-east-1", Optional.of("us-east-1a")),
        new TypeHistory(changes[changes.length - 1].instanceType(), List.of(changes)));
  }
}
