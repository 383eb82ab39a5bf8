package io.headroom.terraform.proposal;

/** What becomes of a key whose machine is not in the recording. Either way it is named. */
public enum Vanished {
  /** It stays as it is: taking it out may make Terraform destroy what it stands for. */
  KEEP,
  /** It is taken out. */
  REMOVE
}
