package io.headroom.batch.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * When a schedule comes round: five fields of cron, read as local times of a zone. Each local time
 * comes once. One that a change of the clocks leaves out comes when the clocks have changed; one
 * that comes twice counts the first time.
 */
public final class Occurrences {

  private final ExecutionTime localTimes;
  private final ZoneId zone;

  private Occurrences(ExecutionTime localTimes, ZoneId zone) {
    this.localTimes = localTimes;
    this.zone = zone;
  }

  /**
   * Returns the occurrences of an expression.
   *
   * @throws IllegalArgumentException if it is none, or never comes round
   */
  public static Occurrences of(String cron, ZoneId zone) {
    try {
      Occurrences occurrences =
          new Occurrences(
              ExecutionTime.forCron(
                  new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                      .parse(cron)
                      .validate()),
              zone);
      if (occurrences.nextLocal(LocalDateTime.of(2000, 1, 1, 0, 0)).isPresent()) {
        return occurrences;
      }
    } catch (IllegalArgumentException e) {
      throw invalid(cron, e);
    }
    throw invalid(cron, new IllegalArgumentException("it never comes round"));
  }

  private static IllegalArgumentException invalid(String cron, IllegalArgumentException cause) {
    return new IllegalArgumentException(
        "Invalid schedule.cron: "
            + cron
            + "; expected five fields, minute hour day-of-month month day-of-week, such as"
            + " 15 2 * * *",
        cause);
  }

  /** Returns the first occurrence after {@code time}; nothing if there is none. */
  public Optional<Instant> after(Instant time) {
    Optional<LocalDateTime> local = nextLocal(LocalDateTime.ofInstant(time, zone));
    while (local.isPresent()) {
      Instant instant = instantOf(local.get());
      if (instant.isAfter(time)) {
        return Optional.of(instant);
      }
      local = nextLocal(local.get());
    }
    return Optional.empty();
  }

  private Instant instantOf(LocalDateTime local) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : ZonedDateTime.ofLocal(local, zone, null).toInstant();
  }

  /** The library sees times without a zone, so that it knows no change of clocks. */
  private Optional<LocalDateTime> nextLocal(LocalDateTime after) {
    return localTimes
        .nextExecution(after.atZone(ZoneOffset.UTC))
        .map(ZonedDateTime::toLocalDateTime);
  }
}
