package io.headroom.model.policy;

import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Times with a meaning: named peaks that stay in the demand however short the look-back, and
 * windows that are left out of it. Implementations are immutable and answer the same for the same
 * question.
 */
public interface Calendar {

  /** A calendar without any named time, in UTC. */
  Calendar EMPTY =
      new Calendar() {
        @Override
        public List<NamedRange> kept(TimeRange within) {
          return List.of();
        }

        @Override
        public List<NamedRange> leftOut(TimeRange within) {
          return List.of();
        }

        @Override
        public Optional<NamedRange> freezeAt(Instant instant) {
          return Optional.empty();
        }

        @Override
        public ZoneId zone() {
          return ZoneOffset.UTC;
        }
      };

  /** Returns the named peaks that overlap {@code within}, by start, then by name. */
  List<NamedRange> kept(TimeRange within);

  /** Returns the windows to leave out that overlap {@code within}, by start, then by name. */
  List<NamedRange> leftOut(TimeRange within);

  /** Returns the freeze in force at {@code instant}: no change is recommended while it lasts. */
  Optional<NamedRange> freezeAt(Instant instant);

  /** Returns the time zone in which days and months are counted. */
  ZoneId zone();
}
