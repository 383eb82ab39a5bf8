/** The configuration of the program: where its values come from and what they mean. */
@NullMarked
package io.headroom.configuration;

import org.jspecify.annotations.NullMarked;
