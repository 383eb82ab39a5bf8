/** AWS behind the ports: accounts and clients, and what their failures mean. */
@NullMarked
package io.headroom.cloud.aws;

import org.jspecify.annotations.NullMarked;
