package io.headroom.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/** An amount over time, such as vCPUs or MiB, without noise. Amounts add up. */
@FunctionalInterface
interface Load {

  /** What weekends have of an office's working day. */
  double WEEKEND = 0.08;

  double at(Moment moment);

  default Load plus(Load other) {
    return moment -> at(moment) + other.at(moment);
  }

  default Load times(double factor) {
    return moment -> at(moment) * factor;
  }

  /** Stops at {@code most}. */
  default Load upTo(double most) {
    return moment -> Math.min(most, at(moment));
  }

  static Load flat(double amount) {
    return moment -> amount;
  }

  /** An office: people come from eight, go from five, and eat at one. */
  static Load office(double amount) {
    return moment -> {
      double hour = moment.hour();
      double there = rise(8, 9.7, hour) * (1 - rise(16.8, 19, hour));
      double lunch = 1 - 0.35 * bump(13.1, 0.6, hour);
      return amount * there * lunch * (moment.isWeekend() ? WEEKEND : 1);
    };
  }

  /** A shop: some all day, most in the evening, more on Sundays. */
  static Load shop(double amount) {
    return moment -> {
      double hour = moment.hour();
      double day = 0.55 * bump(13, 3.2, hour) + bump(20.2, 2.1, hour) + 0.1 * bump(8, 1.5, hour);
      boolean sunday = moment.local().getDayOfWeek() == DayOfWeek.SUNDAY;
      return amount * Math.min(1, day) * (sunday ? 1 : 0.86);
    };
  }

  /** The same time of every day, such as a backup. */
  static Load daily(LocalTime from, LocalTime until, double amount) {
    return moment -> moment.isBetween(from, until) ? amount : 0;
  }

  /** A time of some days of the week. */
  static Load weekly(Set<DayOfWeek> days, LocalTime from, LocalTime until, double amount) {
    return moment ->
        days.contains(moment.local().getDayOfWeek()) && moment.isBetween(from, until) ? amount : 0;
  }

  /** A time of some dates, rising and falling over a quarter of an hour. */
  static Load on(Set<LocalDate> dates, LocalTime from, LocalTime until, double amount) {
    double start = from.toSecondOfDay() / 3600.0;
    double end = until.toSecondOfDay() / 3600.0;
    return moment ->
        dates.contains(moment.local().toLocalDate())
            ? amount
                * rise(start, start + 0.25, moment.hour())
                * (1 - rise(end - 0.25, end, moment.hour()))
            : 0;
  }

  /** The first minutes of every so many hours: jobs of cron. */
  static Load everyHours(int hours, int minutes, double amount) {
    return moment ->
        moment.local().getHour() % hours == 0 && moment.local().getMinute() < minutes ? amount : 0;
  }

  /** Only from {@code instant} on. */
  static Load since(Instant instant, Load load) {
    return moment -> moment.hoursSince(instant) >= 0 ? load.at(moment) : 0;
  }

  /** Fills up to {@code amount} from {@code start} on, two thirds of it in so many hours. */
  static Load filling(double amount, Instant start, double hours) {
    return moment -> amount * (1 - StrictMath.exp(-Math.max(0, moment.hoursSince(start)) / hours));
  }

  /** Grows by so much a day, and starts again when the process restarts on Sunday at three. */
  static Load leak(double perDay) {
    return moment -> {
      double hours =
          ((moment.local().getDayOfWeek().getValue() % 7) * 24 + moment.hour() - 3 + 168) % 168;
      return perDay * hours / 24;
    };
  }

  private static double rise(double from, double until, double hour) {
    double share = Math.max(0, Math.min(1, (hour - from) / (until - from)));
    return share * share * (3 - 2 * share);
  }

  private static double bump(double middle, double width, double hour) {
    double distance = Math.abs(hour - middle);
    double around = Math.min(distance, 24 - distance) / width;
    return StrictMath.exp(-around * around / 2);
  }
}
