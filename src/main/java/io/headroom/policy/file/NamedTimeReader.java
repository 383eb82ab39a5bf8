package io.headroom.policy.file;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.document.DocumentProblem;
import io.headroom.policy.calendar.NamedTime;
import io.headroom.policy.calendar.NamedTimes;
import io.headroom.policy.quantity.QuantityForm;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads lists of named times. */
final class NamedTimeReader {

  private static final Duration LONGEST = Duration.ofDays(60);
  private static final int DATE_LENGTH = "2026-12-24".length();
  private static final String ONE_OF =
      "expected one of cron with duration, dates, or from with through or until";

  private NamedTimeReader() {}

  /** Returns the times under {@code key}; {@code zone} is theirs unless they say another. */
  static NamedTimes read(Section section, String key, ZoneId zone) {
    List<NamedTime> times = new ArrayList<>();
    List<DocumentProblem> problems = new ArrayList<>();
    for (DocumentNode entry : section.entries(key)) {
      try {
        times.add(read(new Section(entry.asMapping(), section.file()), zone));
      } catch (DocumentException refused) {
        problems.addAll(refused.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return new NamedTimes(times);
  }

  /** Returns the time zone under {@code time_zone}. */
  static ZoneId zone(Section section) {
    String name = section.text("time_zone");
    // the list of all zones takes a while to load, and most policies need none of it
    if (!name.equals("UTC") && !ZoneId.getAvailableZoneIds().contains(name)) {
      throw section.refuse("time_zone", "an IANA time zone, such as Europe/Berlin or UTC");
    }
    return ZoneId.of(name);
  }

  private static NamedTime read(Section time, ZoneId standard) {
    ZoneId zone = time.has("time_zone") ? zone(time) : standard;
    requireOneWay(time);
    if (time.has("cron")) {
      return recurring(time, zone);
    }
    return time.has("dates") ? onDates(time, zone) : between(time, zone);
  }

  private static void requireOneWay(Section time) {
    List<String> ways = Stream.of("cron", "dates", "from").filter(time::has).toList();
    if (ways.isEmpty()) {
      throw time.refuseAll("it does not say when; " + ONE_OF);
    }
    if (ways.size() > 1) {
      throw time.refuseAll(String.join(" and ", ways) + " are both given; " + ONE_OF);
    }
    requireTogether(time, "cron", List.of("duration"));
    requireTogether(time, "from", List.of("through", "until"));
  }

  /** Requires exactly one of {@code others} if {@code key} is there, and none if it is not. */
  private static void requireTogether(Section time, String key, List<String> others) {
    List<String> given = others.stream().filter(time::has).toList();
    if (time.has(key) && given.size() != 1) {
      throw time.refuseAll(
          (given.isEmpty()
                  ? String.join(" or ", others) + " is missing"
                  : String.join(" and ", given) + " are both given")
              + "; "
              + ONE_OF);
    }
    if (!time.has(key) && !given.isEmpty()) {
      throw time.refuseAll(given.get(0) + " needs " + key + "; " + ONE_OF);
    }
  }

  private static NamedTime recurring(Section time, ZoneId zone) {
    Duration duration = time.read("duration", QuantityForm.DURATION);
    if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
      throw time.refuse("duration", "more than 0m and at most 60d");
    }
    try {
      return NamedTime.recurring(time.text("name"), time.text("cron"), duration, zone);
    } catch (IllegalArgumentException refused) {
      DocumentNode cron = time.node().get("cron");
      String message = String.valueOf(refused.getMessage());
      throw new DocumentException(
          cron.problem(message.replaceFirst("^Invalid cron", "Invalid " + cron.place().path())));
    }
  }

  private static NamedTime onDates(Section time, ZoneId zone) {
    List<LocalDate> dates =
        time.entries("dates").stream().map(entry -> parsed(entry, LocalDate::parse)).toList();
    return NamedTime.onDates(time.text("name"), dates, zone);
  }

  private static NamedTime between(Section time, ZoneId zone) {
    LocalDateTime from = parsed(time.node().get("from"), NamedTimeReader::start);
    String end = time.has("through") ? "through" : "until";
    DocumentNode endNode = time.node().get(end);
    LocalDateTime until =
        end.equals("through")
            ? parsed(endNode, LocalDate::parse).plusDays(1).atStartOfDay()
            : parsed(endNode, LocalDateTime::parse);
    if (!until.isAfter(from)) {
      throw time.refuse(end, "a time after " + time.text("from"));
    }
    return NamedTime.between(time.text("name"), from, until, zone);
  }

  private static LocalDateTime start(String text) {
    return text.length() == DATE_LENGTH
        ? LocalDate.parse(text).atStartOfDay()
        : LocalDateTime.parse(text);
  }

  private static <T> T parsed(DocumentNode node, Function<String, T> parse) {
    try {
      return parse.apply(node.asScalar().text());
    } catch (DateTimeException refused) {
      throw new DocumentException(node.unexpected("a day that exists, such as 2026-12-24"));
    }
  }
}
