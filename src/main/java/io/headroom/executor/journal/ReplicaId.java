package io.headroom.executor.journal;

/**
 * Names one life of one process: a process that starts again has another name, so that it never
 * takes a claim of its former life for its own.
 */
public record ReplicaId(String value) {}
