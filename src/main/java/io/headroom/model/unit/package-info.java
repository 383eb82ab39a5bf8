/** Quantities as types: a number never travels without its unit. */
@NullMarked
package io.headroom.model.unit;

import org.jspecify.annotations.NullMarked;
