/** What Headroom remembers, in SQL: an embedded file or PostgreSQL. */
@NullMarked
package io.headroom.store;

import org.jspecify.annotations.NullMarked;
