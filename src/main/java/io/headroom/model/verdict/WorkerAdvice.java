package io.headroom.model.verdict;

import io.headroom.model.unit.Mebibytes;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many workers a machine should run.
 *
 * @param current web workers now, if known
 * @param recommended web workers on the recommended type
 * @param limitedBy what bounds the recommended count
 * @param needed web workers that had to fit
 * @param backgroundCurrent background workers now, if known
 * @param backgroundRecommended background workers on the recommended type, if there are any now
 * @param bufferPool size of the buffer pool on the recommended type, if there is one now
 * @param perWorker memory of one web worker that was used
 */
public record WorkerAdvice(
    OptionalInt current,
    int recommended,
    LimitedBy limitedBy,
    int needed,
    OptionalInt backgroundCurrent,
    OptionalInt backgroundRecommended,
    Optional<Mebibytes> bufferPool,
    Mebibytes perWorker) {}
