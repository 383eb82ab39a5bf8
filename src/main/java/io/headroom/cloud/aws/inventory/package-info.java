/** EC2 instances with what decides whether their type can be changed. */
@NullMarked
package io.headroom.cloud.aws.inventory;

import org.jspecify.annotations.NullMarked;
