/** The port to the journal: operations, who owns them, what they meant to do and did. */
@NullMarked
package io.headroom.executor.journal;

import org.jspecify.annotations.NullMarked;
