/** CloudWatch metrics of EC2 instances and of the CloudWatch agent. */
@NullMarked
package io.headroom.cloud.aws.metrics;

import org.jspecify.annotations.NullMarked;
