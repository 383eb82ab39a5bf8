package io.headroom.recording.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.Architecture;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.recording.problem.RecordingException;
import io.headroom.testing.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTypeTest {

  private static final Offering C5_LARGE = TraceCatalog.type("c5.large", 2, 4, "0.085");
  private static final Offering M5_LARGE = TraceCatalog.type("m5.large", 2, 8, "0.096");
  private static final Offering M5_XLARGE = TraceCatalog.type("m5.xlarge", 4, 16, "0.192");
  private static final Offering R5_LARGE = TraceCatalog.type("r5.large", 2, 16, "0.126");

  @ParameterizedTest
  @CsvSource({
    // the very size
    "2, 8, m5.large",
    "4, 16, m5.xlarge",
    // |log2(2/2)| + |log2(8/6)| = 0.415; c5.large: log2(6/4) = 0.585
    "2, 6, m5.large",
    // c5.large: log2(5.5/4) = 0.459; m5.large: log2(8/5.5) = 0.541
    "2, 5.5, c5.large",
    // r5.large: 1 + 0 = 1; m5.xlarge: log2(4/1) = 2 + 0
    "1, 16, r5.large",
    // beyond all: the largest
    "32, 512, m5.xlarge",
    // below all: the smallest
    "1, 0.25, c5.large"
  })
  void isTheOneOfLeastDistance(double vcpus, double gib, String type) {
    assertThat(nearest(vcpus, gib, C5_LARGE, M5_LARGE, M5_XLARGE, R5_LARGE)).isEqualTo(type);
  }

  @Test
  void hasFourGibibytesForEachVcpuIfMemoryIsNotKnown() {
    NearestType types = new NearestType(TraceCatalog.of(C5_LARGE, M5_LARGE, M5_XLARGE, R5_LARGE));

    assertThat(types.to(new VCpus(4), Optional.empty())).isEqualTo("m5.xlarge");
    assertThat(types.to(new VCpus(2), Optional.empty())).isEqualTo("m5.large");
  }

  @Test
  void isTheCheapestOfEquallyNearOnesThenTheNewestThenTheFirstByName() {
    Offering older = TraceCatalog.type("m5.large", 2, 8, "0.096");
    Offering newer = TraceCatalog.type("m6i.large", 2, 8, "0.096");
    Offering sameAge = TraceCatalog.type("m6a.large", 2, 8, "0.0960");
    Offering cheaper = TraceCatalog.type("m5a.large", 2, 8, "0.086");

    assertThat(nearest(2, 8, older, newer, sameAge, cheaper)).isEqualTo("m5a.large");
    assertThat(nearest(2, 8, older, newer, sameAge)).isEqualTo("m6a.large");
    assertThat(nearest(2, 8, older, newer)).isEqualTo("m6i.large");
  }

  @Test
  void hasTheVcpusIfThatIsEquallyNear() {
    Offering fewer = TraceCatalog.type("c7a.medium", 1, 2, "0.05132");
    Offering enough = TraceCatalog.type("c6a.large", 2, 4, "0.0765");

    // from 2 vCPUs and 1 GiB: log2(2/1) + log2(2/1) = 0 + log2(4/1) = 2
    assertThat(nearest(2, 1, fewer, enough)).isEqualTo("c6a.large");
  }

  @Test
  void doesNotLetRoundingDecideBetweenEquallyNearOnes() {
    // from 3 vCPUs and 6 GiB: log2(3/2) + log2(8/6) = log2(4/3) + log2(6/4) = 1, but in doubles
    // the first is nearer by 3e-15
    Offering dear = TraceCatalog.type("m5.large", 2, 8, "0.2");
    Offering cheap = TraceCatalog.type("m6i.large", 4, 4, "0.1");

    assertThat(nearest(3, 6, dear, cheap)).isEqualTo("m6i.large");
  }

  @Test
  void isAnOrdinaryType() {
    List<Offering> strange = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      if (trait != Trait.XEN) {
        strange.add(TraceCatalog.with(trait, "m5." + trait, 2, 8));
      }
    }
    strange.add(TraceCatalog.of(Architecture.ARM64, "m6g.large", 2, 8));
    strange.add(TraceCatalog.burstable("t3.large", 2, 8));
    strange.add(TraceCatalog.unpriced("m8i.large", 2, 8));
    strange.add(TraceCatalog.type("x2iedn.large", 2, 8, "0.01"));
    strange.add(TraceCatalog.type("m4.large", 2, 8, "0.01"));
    strange.add(C5_LARGE);

    assertThat(nearest(2, 8, strange.toArray(Offering[]::new))).isEqualTo("c5.large");
  }

  @Test
  void doesNotDependOnTheOrderOfTheCatalog() {
    Seeds.forEach(
        20,
        random -> {
          List<Offering> offerings =
              new ArrayList<>(List.of(C5_LARGE, M5_LARGE, M5_XLARGE, R5_LARGE));
          Collections.shuffle(offerings, random);
          assertThat(nearest(3, 11, offerings.toArray(Offering[]::new)))
              .isEqualTo(nearest(3, 11, C5_LARGE, M5_LARGE, M5_XLARGE, R5_LARGE));
        });
  }

  @Test
  void needsAnOrdinaryType() {
    assertThatThrownBy(
            () -> new NearestType(TraceCatalog.of(TraceCatalog.burstable("t3.large", 2, 8))))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "Cannot import traces to us-east-1: its catalog has no ordinary type with a price;"
                + " choose another region");
  }

  private static String nearest(double vcpus, double gib, Offering... offerings) {
    return new NearestType(TraceCatalog.of(Arrays.copyOf(offerings, offerings.length)))
        .to(new VCpus(vcpus), Optional.of(Mebibytes.ofGibibytes(gib)));
  }
}
