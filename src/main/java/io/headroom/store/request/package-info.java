/** Answers to requests in a table. */
@NullMarked
package io.headroom.store.request;

import org.jspecify.annotations.NullMarked;
