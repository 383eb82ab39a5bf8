package io.headroom.ledger.upkeep;

/** How many of what were removed because they had been kept long enough. */
public record Forgotten(
    long seriesDays, long recommendations, long runs, long catalogs, long deliveries) {}
