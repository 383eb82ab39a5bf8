package io.headroom.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Provider;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.unit.Mebibytes;
import io.headroom.oracle.Cases;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A memory that is full to the last byte. */
class FullMemoryTest {

  @ParameterizedTest
  @CsvSource({"AWS, us-east-1", "GCE, us-central1"})
  void allOfTheMemoryOfATypeIsNoContradiction(Provider provider, String region) {
    // 100 × (7168 ÷ 100) is 7168.000000000001 in doubles
    RegionCatalog catalog = Cases.region(provider, region);
    Samples full = Samples.of(Metric.MEMORY_USED, SampleUnit.PERCENT, 2, 3600).flat(100);
    assertThat(catalog.offerings().keySet())
        .allSatisfy(
            type -> {
              InstanceBuilder machine =
                  provider == Provider.AWS ? Machines.ec2(type, region) : Machines.gce(type);
              DemandAnalysis analysis =
                  DemandAnalysis.of(
                      Machines.observed(machine, full),
                      Policies.peakPlusHalf().build(),
                      catalog,
                      Machines.AS_OF);
              Mebibytes memory = catalog.find(type).orElseThrow().type().memory();
              assertThat(analysis.demands().memory().observed().orElseThrow().value())
                  .isEqualTo(memory);
            });
  }
}
