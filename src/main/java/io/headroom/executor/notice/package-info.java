/** Telling people. */
@NullMarked
package io.headroom.executor.notice;

import org.jspecify.annotations.NullMarked;
