package io.headroom.plan;

import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.ResizePlan;

/** A plan as it was read, with the hash that it was checked against. */
public record SavedPlan(ResizePlan plan, PlanHash hash) {}
