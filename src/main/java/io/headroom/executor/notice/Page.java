package io.headroom.executor.notice;

import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.OperationId;

/**
 * Something a person must know within a minute.
 *
 * @param text what happened and what is being done about it
 */
public record Page(OperationId operation, MachineRef machine, String text) {}
