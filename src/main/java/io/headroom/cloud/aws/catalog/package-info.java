/** Types and list prices of EC2: DescribeInstanceTypes and the public price list of AWS. */
@NullMarked
package io.headroom.cloud.aws.catalog;

import org.jspecify.annotations.NullMarked;
