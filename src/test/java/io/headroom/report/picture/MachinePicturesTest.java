package io.headroom.report.picture;

import static io.headroom.testing.JudgedMachines.judged;
import static io.headroom.testing.JudgedMachines.working;
import static io.headroom.testing.Machines.ec2;
import static io.headroom.testing.Machines.observed;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.advice.Judged;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.testing.Calendars;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Regions;
import io.headroom.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MachinePicturesTest {

  private static final int COLUMNS = 504;

  @Test
  void showEverythingThatIsKnown() {
    MachinePictures pictures =
        MachinePictures.of(
            judged(working(ec2("m5.xlarge"))), "m1", COLUMNS, MonthlyPrice::toString);

    assertThat(pictures.history()).extracting(Picture::caption).containsExactly("CPU", "Memory");
    assertThat(pictures.details())
        .extracting(Picture::caption)
        .containsExactly(
            "Duration curve of CPU",
            "Duration curve of memory",
            "Projected CPU utilization",
            "Projected memory utilization",
            "CPU by hour and weekday",
            "Price of a month",
            "Performance risk",
            "Workers and memory");
  }

  @Test
  void sayInWordsWhatTheyShow() {
    MachinePictures pictures =
        MachinePictures.of(
            judged(working(ec2("m5.xlarge"))), "m1", COLUMNS, MonthlyPrice::toString);

    assertThat(all(pictures))
        .allSatisfy(picture -> assertThat(picture.svg()).containsPattern("<title[^>]*>[^<]+"))
        .allSatisfy(picture -> assertThat(picture.svg()).containsPattern("<desc[^>]*>[^<]{20,}"));
    // 2 of 3 of the day are 0.8 and a third is 0.4, so the mean is about 0.67
    assertThat(pictures.history().get(0).svg())
        .contains(
            "From 2026-06-08 to 2026-07-20: mean 0.67 vCPU, 99 % of the time at most 0.8 vCPU,"
                + " peak 1.6 vCPU. It has 4 vCPU. The recommended type has 2 vCPU.");
  }

  @Test
  void drawAPeakOfOneSlotInFull() {
    String svg =
        MachinePictures.of(judged(working(ec2("m5.xlarge"))), "m1", COLUMNS, MonthlyPrice::toString)
            .history()
            .get(0)
            .svg();

    // 4 vCPU and 4 % make 784 units, so 0.8 lies at 633 and 1.6 at 482 from the top: 151 between
    assertThat(svg).contains("v-151h1");
  }

  @Test
  void leaveAGapOpen() {
    String svg =
        MachinePictures.of(judged(working(ec2("m5.xlarge"))), "m1", COLUMNS, MonthlyPrice::toString)
            .history()
            .get(0)
            .svg();

    // 504 columns over 42 days are 2 hours each: 40 days are 480 columns, 6 hours are 3
    assertThat(svg).containsPattern("class=\"mean\" d=\"M0 [^M]*M483 [^M]*\"");
  }

  @Test
  void areNotMadeUpForMemoryThatNobodyMeasured() {
    MachinePictures pictures =
        MachinePictures.of(
            judged(observed(ec2("m5.xlarge"), Samples.cpuVcpus(42).flat(1))),
            "m1",
            COLUMNS,
            MonthlyPrice::toString);

    assertThat(all(pictures)).extracting(Picture::caption).noneMatch(one -> one.contains("emory"));
  }

  @Test
  void hatchWhatThePolicyLeavesOut() {
    var policy =
        Policies.peakPlusHalf()
            .calendar(
                Calendars.empty()
                    .leavingOut(
                        "migration", Machines.AS_OF.minus(Duration.ofDays(21)), Duration.ofDays(2)))
            .build();

    String svg =
        MachinePictures.of(
                judged(working(ec2("m5.xlarge")), policy), "m1", COLUMNS, MonthlyPrice::toString)
            .history()
            .get(0)
            .svg();

    // the middle of 42 days, 2 ÷ 42 wide
    assertThat(svg).contains("class=\"hatch\" x=\"50%\" width=\"4.76%\"");
  }

  @Test
  void showWhatATypeThatBurstsSustains() {
    Judged machine =
        judged(
            observed(ec2("t3.medium"), Samples.cpuVcpus(42).flat(0.1)),
            Policies.peakPlusHalf().build(),
            Regions.ec2());

    // 24 credits an hour are 24 minutes of a vCPU
    assertThat(
            MachinePictures.of(machine, "m1", COLUMNS, MonthlyPrice::toString)
                .history()
                .get(0)
                .svg())
        .contains("now sustained 0.4 vCPU");
  }

  @Test
  void areTheSameForTheSameMachine() {
    assertThat(
            MachinePictures.of(
                judged(working(ec2("m5.xlarge"))), "m1", COLUMNS, MonthlyPrice::toString))
        .isEqualTo(
            MachinePictures.of(
                judged(working(ec2("m5.xlarge"))), "m1", COLUMNS, MonthlyPrice::toString));
  }

  private static List<Picture> all(MachinePictures pictures) {
    return Stream.concat(pictures.history().stream(), pictures.details().stream()).toList();
  }
}
