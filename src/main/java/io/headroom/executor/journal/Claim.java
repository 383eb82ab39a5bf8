package io.headroom.executor.journal;

import io.headroom.executor.operation.Operation;
import java.time.Instant;

/**
 * The right of one replica to work on an operation, for the length of a lease.
 *
 * @param operation the operation as it was when it was claimed
 * @param epoch grows with every new owner; a write under an older one is refused
 * @param now the journal's time: the only clock that operations know
 * @param wish what people want of it
 */
public record Claim(Operation operation, ReplicaId owner, long epoch, Instant now, Wish wish) {}
