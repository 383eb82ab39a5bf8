/**
 * How the workers of each kind of application are read, changed and verified on a host: a closed
 * set of recipes.
 */
@NullMarked
package io.headroom.host.recipe;

import org.jspecify.annotations.NullMarked;
