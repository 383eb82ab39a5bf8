package io.headroom.recording.samples;

import io.headroom.model.series.Observations;
import io.headroom.recording.problem.ProblemLog;

/**
 * The parsed samples of one machine.
 *
 * @param observations every series that is whole
 * @param problems why others are left out
 */
public record MachineSamples(Observations observations, ProblemLog problems) {}
