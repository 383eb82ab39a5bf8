/** The database: where it is, transactions, pages, and what its failures mean. */
@NullMarked
package io.headroom.store.sql;

import org.jspecify.annotations.NullMarked;
