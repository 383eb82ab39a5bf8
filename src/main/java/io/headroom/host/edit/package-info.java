/** One number in a configuration file, read and replaced without touching anything else. */
@NullMarked
package io.headroom.host.edit;

import org.jspecify.annotations.NullMarked;
