package io.headroom.policy.file;

import io.headroom.policy.calendar.PolicyCalendar;
import java.time.ZoneId;

/** Reads the section {@code calendar}. */
final class CalendarReader {

  private CalendarReader() {}

  static PolicyCalendar read(Section section) {
    ZoneId zone = NamedTimeReader.zone(section);
    return new PolicyCalendar(
        zone,
        NamedTimeReader.read(section, "keep", zone),
        NamedTimeReader.read(section, "leave_out", zone),
        NamedTimeReader.read(section, "freezes", zone));
  }
}
