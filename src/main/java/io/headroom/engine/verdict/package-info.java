/** From candidates to a verdict: risk, rank, finding. */
@NullMarked
package io.headroom.engine.verdict;

import org.jspecify.annotations.NullMarked;
