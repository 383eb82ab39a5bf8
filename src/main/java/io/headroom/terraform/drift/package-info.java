/** Who differs from whom: the file of variables, the state, the cloud. */
@NullMarked
package io.headroom.terraform.drift;

import org.jspecify.annotations.NullMarked;
