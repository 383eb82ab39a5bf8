/** The bundled demo fleet: how it is made, and what each of its machines should be. */
@NullMarked
package io.headroom.demo;

import org.jspecify.annotations.NullMarked;
