package io.headroom.model.policy;

import io.headroom.model.unit.TimeRange;

/** One occurrence of a named time, such as a month end or a migration. */
public record NamedRange(String name, TimeRange range) {}
