package io.headroom.executor.machine;

import io.headroom.model.resize.OperationId;

/**
 * Names one mutating call by the intent it was journaled under, so that the cloud's log and the
 * journal can be laid side by side, and a cloud that drops repeats can tell them (GCE's {@code
 * requestId}).
 *
 * @param intent number of the intent, unique within the operation
 */
public record CallKey(OperationId operation, long intent) {}
