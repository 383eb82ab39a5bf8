package io.headroom.report.picture;

import io.headroom.engine.demand.Usage;
import io.headroom.model.policy.ChangeWindows;
import io.headroom.model.unit.TimeRange;
import io.headroom.report.chart.SvgWriter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The largest CPU use in every hour of the week, with the change windows outlined: when to do it.
 */
final class WeekHeat {

  private static final int DAYS = 7;
  private static final int HOURS = 24;
  private static final int ROW = 24;
  private static final int AXIS = 22;

  /** Columns at the left for the names of the days. */
  private static final int NAMES = 2;

  private static final int HOURS_SHOWN = 6;
  private static final Duration WINDOWS_SEEN = Duration.ofDays(28);

  /** Upper ends of the shades, as shares of the present capacity; the last one is above it all. */
  private static final double[] SHADES = {0.1, 0.25, 0.5, 0.75, 0.95, Double.MAX_VALUE};

  private static final String[] MEANINGS = {
    "up to 10 %", "25 %", "50 %", "75 %", "95 %", "above: full"
  };

  private final ZoneId zone;
  private final double capacity;
  private final double[][] most = new double[DAYS][HOURS];
  private final boolean[][] seen = new boolean[DAYS][HOURS];
  private final boolean[][] open = new boolean[DAYS][HOURS];

  /**
   * Gathers the use.
   *
   * @param zone zone in which hours and days are counted
   * @param capacity what the present type has
   */
  WeekHeat(Usage usage, ZoneId zone, double capacity) {
    this.zone = zone;
    this.capacity = capacity;
    usage.replay(
        (start, seconds, used) -> {
          ZonedDateTime time = Instant.ofEpochSecond(start).atZone(zone);
          int day = time.getDayOfWeek().getValue() - 1;
          most[day][time.getHour()] = Math.max(most[day][time.getHour()], used);
          seen[day][time.getHour()] = true;
        });
  }

  /** Marks the hours in which machines may be changed in the four weeks from {@code from} on. */
  WeekHeat mark(ChangeWindows windows, Instant from) {
    TimeRange weeks = TimeRange.startingAt(from, WINDOWS_SEEN);
    windows.overlapping(weeks).forEach(window -> mark(window.range()));
    return this;
  }

  private void mark(TimeRange window) {
    ZonedDateTime hour =
        window.start().atZone(zone).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
    int marked = 0;
    while (hour.toInstant().isBefore(window.end()) && marked < DAYS * HOURS) {
      open[hour.getDayOfWeek().getValue() - 1][hour.getHour()] = true;
      hour = hour.plusHours(1);
      marked++;
    }
  }

  Picture draw(String id) {
    SvgWriter svg =
        SvgWriter.picture(id, DAYS * ROW + AXIS, "CPU by hour and weekday", description());
    svg.open("svg").set("width", "100%").set("height", (double) DAYS * ROW);
    svg.set("viewBox", "0 0 " + (NAMES + HOURS) + " " + DAYS).set("preserveAspectRatio", "none");
    for (int shade = 0; shade < SHADES.length; shade++) {
      svg.path("heat" + shade, cells(shade));
    }
    svg.path("window", cells(-1));
    svg.close();
    for (DayOfWeek day : DayOfWeek.values()) {
      svg.label(
          "tick",
          0,
          day.getValue() * ROW - 8.0,
          day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
    }
    for (int hour = 0; hour < HOURS; hour += HOURS_SHOWN) {
      svg.label(
          "tick",
          (double) (NAMES + hour) / (NAMES + HOURS),
          DAYS * ROW + 16.0,
          String.format(Locale.ROOT, "%02d:00", hour));
    }
    svg.label("tick end", 1, DAYS * ROW + 16.0, zone.getId().equals("Z") ? "UTC" : zone.getId());
    return new Picture("CPU by hour and weekday", svg.end(), keys(), quietest());
  }

  /** Returns the cells of a shade as squares, or those of the windows; the squares do not touch. */
  private String cells(int shade) {
    StringBuilder data = new StringBuilder();
    for (int day = 0; day < DAYS; day++) {
      for (int hour = 0; hour < HOURS; hour++) {
        if (shade < 0 ? open[day][hour] : seen[day][hour] && shade(day, hour) == shade) {
          data.append('M').append(NAMES + hour).append(' ').append(day).append("h1v1h-1z");
        }
      }
    }
    return data.toString();
  }

  private int shade(int day, int hour) {
    int shade = 0;
    while (most[day][hour] > SHADES[shade] * capacity) {
      shade++;
    }
    return shade;
  }

  private List<Picture.Key> keys() {
    List<Picture.Key> keys = new ArrayList<>();
    for (int shade = 0; shade < SHADES.length; shade++) {
      keys.add(new Picture.Key("heat" + shade, MEANINGS[shade]));
    }
    if (!cells(-1).isEmpty()) {
      keys.add(new Picture.Key("window", "change window"));
    }
    return keys;
  }

  private String quietest() {
    return quietestHour()
        .map(
            cell ->
                "Quietest: "
                    + DayOfWeek.of(cell / HOURS + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                    + String.format(Locale.ROOT, " %02d:00", cell % HOURS)
                    + ", never above "
                    + Figures.percent(most[cell / HOURS][cell % HOURS] / capacity))
        .orElse("");
  }

  private Optional<Integer> quietestHour() {
    Optional<Integer> best = Optional.empty();
    for (int cell = 0; cell < DAYS * HOURS; cell++) {
      if (seen[cell / HOURS][cell % HOURS]
          && (best.isEmpty()
              || most[cell / HOURS][cell % HOURS] < most[best.get() / HOURS][best.get() % HOURS])) {
        best = Optional.of(cell);
      }
    }
    return best;
  }

  private String description() {
    StringBuilder text = new StringBuilder("Largest CPU use by weekday, in percent of the vCPUs: ");
    for (DayOfWeek day : DayOfWeek.values()) {
      double largest = 0;
      for (int hour = 0; hour < HOURS; hour++) {
        largest = Math.max(largest, most[day.getValue() - 1][hour]);
      }
      text.append(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
      text.append(' ').append(Figures.percent(largest / capacity)).append(", ");
    }
    return text + quietest() + ".";
  }
}
