/** Hosts by Run Command of AWS Systems Manager, through a document that allows no shell text. */
@NullMarked
package io.headroom.cloud.aws.ssm;

import org.jspecify.annotations.NullMarked;
