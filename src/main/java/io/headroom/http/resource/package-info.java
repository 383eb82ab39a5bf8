/** The endpoints that read, one class for each thing. */
@NullMarked
package io.headroom.http.resource;

import org.jspecify.annotations.NullMarked;
