/** The file that says how hosts are reached and what runs there. */
@NullMarked
package io.headroom.host.file;

import org.jspecify.annotations.NullMarked;
