package io.headroom.executor.probe;

import java.time.Instant;
import java.util.Optional;

/**
 * A queue of jobs.
 *
 * @param name its name
 * @param length jobs that wait in it
 * @param oldest when the one that has waited longest was put in; absent if none waits
 */
public record QueueState(String name, int length, Optional<Instant> oldest) {}
