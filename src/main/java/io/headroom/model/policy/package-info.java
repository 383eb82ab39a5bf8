/** What a policy asks for, as plain values; reading policy files is not known here. */
@NullMarked
package io.headroom.model.policy;

import org.jspecify.annotations.NullMarked;
