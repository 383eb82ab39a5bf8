/** What starts and ends the processes of an application: systemd, supervisor, Docker Compose. */
@NullMarked
package io.headroom.host.service;

import org.jspecify.annotations.NullMarked;
