package io.headroom.engine.worker;

import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.LimitedBy;
import java.util.OptionalInt;

/**
 * Worker counts with their arithmetic.
 *
 * @param web web workers
 * @param limitedBy what bounds them
 * @param background sets of background workers, one for each queue, if the recipe has them
 * @param free vCPUs left for workers
 * @param byVcpus workers those keep busy
 * @param forWeb memory left for web workers
 * @param byMemory web workers that fit it
 * @param perWorker memory of one
 */
public record WorkerAnswer(
    int web,
    LimitedBy limitedBy,
    OptionalInt background,
    VCpus free,
    int byVcpus,
    Mebibytes forWeb,
    long byMemory,
    Mebibytes perWorker) {}
