/** Terraform's state, as {@code terraform show -json} prints it: which address a machine has. */
@NullMarked
package io.headroom.terraform.state;

import org.jspecify.annotations.NullMarked;
