/** Who asks AWS, what they may read, and how EC2 instances come by a memory metric. */
@NullMarked
package io.headroom.cloud.aws.access;

import org.jspecify.annotations.NullMarked;
