# Machines on Google whose types and worker counts come from the file that headroom tfvars writes.

provider "google" {
  project = var.project
}

module "machine" {
  source   = "../../modules/gcp-rightsized-instance"
  for_each = var.machines

  key                  = each.key
  instances            = var.instances
  initial_machine_type = each.value
  zone                 = var.zone
  image                = var.image
  subnetwork           = var.subnetwork
}

module "iam" {
  source = "../../modules/headroom-iam-gcp"

  project = var.project
  members = var.readers
}
