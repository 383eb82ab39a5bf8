/** Settings of the service. */
@NullMarked
package io.headroom.http.settings;

import org.jspecify.annotations.NullMarked;
