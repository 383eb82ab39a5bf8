/** Benchmarks of the engine and of whole runs; {@code bench/run} starts them. */
@NullMarked
package io.headroom.bench;

import org.jspecify.annotations.NullMarked;
