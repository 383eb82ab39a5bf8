package io.headroom.engine.replay;

import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The recorded demand of one UTC day; absent where nothing was recorded on it.
 *
 * @param cpuPeak largest mean of five minutes
 * @param cpuMean mean over the observed time
 * @param memoryPeak largest memory use
 */
public record DayDemand(
    LocalDate day,
    Optional<VCpus> cpuPeak,
    Optional<VCpus> cpuMean,
    Optional<Mebibytes> memoryPeak) {}
