/** Named times of a policy: cron expressions and dates in a time zone, resolved to instants. */
@NullMarked
package io.headroom.policy.calendar;

import org.jspecify.annotations.NullMarked;
