package io.headroom.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictValuesTest {

  @ParameterizedTest
  @ValueSource(ints = {-1, 5})
  void riskHasFiveLevels(int level) {
    assertThatThrownBy(() -> new PerformanceRisk(level, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid performance risk: " + level + "; expected 0 to 4");
  }

  @Test
  void riskComparesByLevel() {
    PerformanceRisk none = new PerformanceRisk(0, Optional.empty());
    PerformanceRisk highest = new PerformanceRisk(4, Optional.of("CPU"));
    assertThat(none).isLessThan(highest);
    assertThat(highest).isEqualByComparingTo(new PerformanceRisk(4, Optional.of("memory")));
  }

  @Test
  void onlyWhatNobodyLookedAtIsShownAsNotVerified() {
    assertThat(new Blocker(Blocker.Kind.NOT_VERIFIED, "boot mode").shown())
        .isEqualTo("not verified: boot mode");
    assertThat(new Blocker(Blocker.Kind.BLOCKS, "no ENA support").shown())
        .isEqualTo("no ENA support");
  }

  @Test
  void boundsHaveTheNamesDocumentsUse() {
    assertThat(LimitedBy.values())
        .extracting(LimitedBy::id)
        .containsExactly("vcpu", "memory", "minimum", "maximum", "unchanged");
  }
}
