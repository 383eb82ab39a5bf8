package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.testing.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code headroom plan}, {@code rehearse} and {@code windows next}. */
class PlanCommandTest {

  @TempDir private Path folder;

  private CommandRun planned() {
    return CommandRun.of(
        "plan",
        "--recording",
        "demo",
        "--by",
        "anna",
        "--out",
        folder.resolve("p.json").toString());
  }

  @Test
  void f49HoldsBackWhatOneRunMayNotChange() {
    CommandRun run = planned();

    // 10 % of 25 machines, rounded down
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("one run changes at most 2 machines")
        .contains("Plan: 2 to resize, 18 held back");
  }

  @Test
  void saysWhatIsBlockedAndWhy() {
    assertThat(planned().out())
        .contains("member of Auto Scaling group otterlea-web: change its launch template instead")
        .contains("bought as spot");
  }

  @Test
  void savesThePlanAndRehearsesIt() {
    planned();

    CommandRun run = CommandRun.of("rehearse", folder.resolve("p.json").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("RESIZED").contains("Rehearsed: 2 resizes, 0 left down");
  }

  @Test
  void leavesNothingDownWhateverGoesWrongInARehearsal() {
    planned();
    for (int seed = 0; seed < 20; seed++) {
      CommandRun run =
          CommandRun.of(
              "rehearse",
              folder.resolve("p.json").toString(),
              "--faults",
              "8",
              "--seed",
              Integer.toString(seed));

      assertThat(run.out()).contains("0 left down");
    }
  }

  @Test
  void rehearsesALackOfCapacity() {
    planned();

    CommandRun run =
        CommandRun.of(
            "rehearse", folder.resolve("p.json").toString(), "--no-capacity", "c6a.large");

    assertThat(run.out()).contains("RESIZED_TO_FALLBACK: to c5a.large");
  }

  @Test
  void refusesAPlanThatWasChanged() throws IOException {
    planned();
    Path file = folder.resolve("p.json");
    Files.writeString(file, Files.readString(file).replace("c6a.large", "c6a.metal"));

    CommandRun run = CommandRun.of("rehearse", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run.err()).contains("it was changed after it was made; make a new plan");
  }

  @Test
  void refusesFaultsThatAreNotFromZeroToEight() {
    planned();

    assertThat(
            CommandRun.of("rehearse", folder.resolve("p.json").toString(), "--faults", "9")
                .exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void listsTheNextWindows() throws IOException {
    Path policy = folder.resolve("nights.yaml");
    Files.writeString(
        policy,
        """
        api_version: headroom/v1
        kind: Policy
        name: nights
        extends: peak-plus-half
        calendar: {time_zone: Europe/Berlin}
        execution:
          windows:
            - {name: night, cron: 0 2 * * SUN, duration: 4h}
        """);

    CommandRun run =
        CommandRun.of("windows", "next", "--policy", policy.toString(), "--count", "2");

    // the clock of the tests shows Tuesday, 24 November 2026; Berlin is at UTC+1 then
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            nights:
              2026-11-29T01:00:00Z to 2026-11-29T05:00:00Z  night
              2026-12-06T01:00:00Z to 2026-12-06T05:00:00Z  night
            """);
  }
}
