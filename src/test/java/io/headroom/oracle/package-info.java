/**
 * The rules once more, in the most naive way: every value is looked at, everything is sorted, every
 * type is tried. It reads plain values of the model and shares no code with the engine, so a
 * mistake has to be made twice to go unseen.
 */
@NullMarked
package io.headroom.oracle;

import org.jspecify.annotations.NullMarked;
