/**
 * Fixtures: small factories for machines, samples and policies, and the seeded loop of the property
 * tests.
 */
@NullMarked
package io.headroom.testing;

import org.jspecify.annotations.NullMarked;
