/** The durable state of an operation: everything the next owner must know. */
@NullMarked
package io.headroom.executor.operation;

import org.jspecify.annotations.NullMarked;
