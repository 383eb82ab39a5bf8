package io.headroom.policy.calendar;

import io.headroom.model.policy.ChangeWindows;
import io.headroom.model.policy.NamedRange;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The occurrences of several named times. The occurrences of a year are worked out when somebody
 * first asks for that year and kept, because every machine of a fleet asks for the same years; so
 * is the last answer, because all machines of a run ask the same.
 */
public final class NamedTimes implements ChangeWindows {

  private static final Comparator<NamedRange> BY_START_THEN_NAME =
      Comparator.<NamedRange, Instant>comparing(named -> named.range().start())
          .thenComparing(NamedRange::name)
          .thenComparing(named -> named.range().end());

  private final List<NamedTime> times;
  private final Duration longest;
  private final Map<Integer, List<NamedRange>> byYear = new ConcurrentHashMap<>();
  private volatile Optional<Answer> last = Optional.empty();

  /** Gathers the times; their order does not matter. */
  public NamedTimes(List<NamedTime> times) {
    this.times = List.copyOf(times);
    longest =
        times.stream().map(NamedTime::longest).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /** Returns the occurrences that overlap {@code within}, by start, then by name. */
  @Override
  public List<NamedRange> overlapping(TimeRange within) {
    Optional<Answer> same = last.filter(answer -> answer.within().equals(within));
    if (same.isPresent()) {
      return same.get().found();
    }
    List<NamedRange> found = find(within);
    last = Optional.of(new Answer(within, found));
    return found;
  }

  @Override
  public Optional<NamedRange> openAt(Instant instant) {
    return find(new TimeRange(instant, instant.plusNanos(1))).stream().findFirst();
  }

  private List<NamedRange> find(TimeRange within) {
    if (times.isEmpty()) {
      return List.of();
    }
    List<NamedRange> found = new ArrayList<>();
    for (int year = year(within.start().minus(longest)); year <= year(within.end()); year++) {
      for (NamedRange named : byYear.computeIfAbsent(year, this::startingIn)) {
        if (overlaps(named.range(), within)) {
          found.add(named);
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean overlaps(TimeRange range, TimeRange within) {
    return range.start().isBefore(within.end()) && range.end().isAfter(within.start());
  }

  private List<NamedRange> startingIn(int year) {
    return times.stream()
        .flatMap(time -> time.startingIn(year).map(range -> new NamedRange(time.name(), range)))
        .sorted(BY_START_THEN_NAME)
        .distinct()
        .toList();
  }

  private static int year(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).getYear();
  }

  private record Answer(TimeRange within, List<NamedRange> found) {}
}
