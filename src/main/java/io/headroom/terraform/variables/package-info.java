/**
 * The file of variables that Terraform loads: read, written, replaced only if nobody else changed
 * it.
 */
@NullMarked
package io.headroom.terraform.variables;

import org.jspecify.annotations.NullMarked;
