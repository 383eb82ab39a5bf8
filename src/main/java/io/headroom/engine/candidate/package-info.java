/** Which types could hold a demand, each refusal with its reason. */
@NullMarked
package io.headroom.engine.candidate;

import org.jspecify.annotations.NullMarked;
