package io.headroom.engine.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.Share;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.testing.Types;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static final InstanceType M5 = Types.ec2("m5.xlarge", 4, 16384).type();

  private static Candidate candidate(Offering offering, int risk) {
    return new Candidate(
        offering,
        offering.monthly(Share.ALL).orElseThrow(),
        Optional.empty(),
        new PerformanceRisk(risk, Optional.empty()));
  }

  private static Candidate candidate(String name, String hourly) {
    return candidate(Types.ec2(name, 2, 8192).at(hourly), 0);
  }

  private static List<String> ranked(InstanceType present, Candidate... candidates) {
    Ranking ranking = new Ranking(present, Share.ofPercent(2));
    List<String> names = names(ranking.ranked(List.of(candidates)));
    List<Candidate> reversed = Arrays.asList(candidates.clone());
    Collections.reverse(reversed);
    assertThat(names(ranking.ranked(reversed))).as("in another order").isEqualTo(names);
    return names;
  }

  private static List<String> names(List<Candidate> candidates) {
    return candidates.stream().map(candidate -> candidate.type().name()).toList();
  }

  @Test
  void theCheapestComesFirst() {
    assertThat(
            ranked(
                M5, candidate("m5.a", "0.12"), candidate("m5.b", "0.10"), candidate("m5.c", "1")))
        .containsExactly("m5.b", "m5.a", "m5.c");
  }

  @Test
  void withinTwoPercentTheNewerGenerationDoes() {
    // 0.102 is exactly 2 % above 0.1, 0.10201 is more
    assertThat(ranked(M5, candidate("m5.a", "0.1"), candidate("m6a.b", "0.102")))
        .containsExactly("m6a.b", "m5.a");
    assertThat(ranked(M5, candidate("m5.a", "0.1"), candidate("m6a.b", "0.10201")))
        .containsExactly("m5.a", "m6a.b");
  }

  @Test
  void theToleranceIsThatOfTheCheapestAlone() {
    // each is within 2 % of the one before, the last not of the first
    assertThat(
            ranked(
                M5,
                candidate("m5.a", "0.1"),
                candidate("m6a.b", "0.1015"),
                candidate("m7a.c", "0.103")))
        .containsExactly("m6a.b", "m5.a", "m7a.c");
  }

  @Test
  void ofEqualGenerationsTheCheaperDoes() {
    assertThat(ranked(M5, candidate("m6i.a", "0.1015"), candidate("m6a.b", "0.1")))
        .containsExactly("m6a.b", "m6i.a");
  }

  @Test
  void ofEqualPricesTheSaferDoes() {
    Offering one = Types.ec2("m5.a", 2, 8192).at("0.1");
    Offering other = Types.ec2("m5.b", 2, 8192).at("0.1");
    assertThat(ranked(M5, candidate(one, 2), candidate(other, 1))).containsExactly("m5.b", "m5.a");
    Offering dear = Types.ec2("m5.c", 2, 8192).at("0.2");
    Offering dearer = Types.ec2("m5.d", 2, 8192).at("0.2");
    assertThat(ranked(M5, candidate(one, 0), candidate(dear, 2), candidate(dearer, 1)))
        .containsExactly("m5.a", "m5.d", "m5.c");
  }

  @Test
  void thenTheSameFamilyThenTheSameCategory() {
    assertThat(
            ranked(
                M5, candidate("c5.a", "0.1"), candidate("m5a.b", "0.1"), candidate("m5.c", "0.1")))
        .containsExactly("m5.c", "m5a.b", "c5.a");
  }

  @Test
  void thenTheClosestSize() {
    // doublings from 4 vCPUs and 16 GiB: 1 + 1, 0 + 1, 1 + 0.415
    Candidate far = candidate(Types.ec2("m5.a", 2, 8192).at("0.1"), 0);
    Candidate near = candidate(Types.ec2("m5.b", 4, 8192).at("0.1"), 0);
    Candidate between = candidate(Types.ec2("m5.c", 8, 12288).at("0.1"), 0);
    assertThat(ranked(M5, far, near, between)).containsExactly("m5.b", "m5.c", "m5.a");
  }

  @Test
  void aFamilyWeighsMoreThanAnySize() {
    Candidate same = candidate(Types.ec2("m5.24xlarge", 96, 393216).at("0.1"), 0);
    Candidate other = candidate(Types.ec2("m5a.xlarge", 4, 16384).at("0.1"), 0);
    assertThat(ranked(M5, other, same)).containsExactly("m5.24xlarge", "m5a.xlarge");
  }

  @Test
  void thenTheName() {
    assertThat(ranked(M5, candidate("m5.b", "0.1"), candidate("m5.a", "0.1")))
        .containsExactly("m5.a", "m5.b");
  }

  @Test
  void nothingIsRankedIfNothingFits() {
    assertThat(ranked(M5)).isEmpty();
  }

  @Test
  void theLimitIsTheToleranceAboveTheCheapest() {
    MonthlyPrice hundred = new MonthlyPrice(BigDecimal.valueOf(100), Types.USD);
    assertThat(new Ranking(M5, Share.ofPercent(2)).limit(hundred))
        .isEqualTo(new MonthlyPrice(BigDecimal.valueOf(102), Types.USD));
  }
}
