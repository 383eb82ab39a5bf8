# Three machines whose types and worker counts come from the file that headroom tfvars writes.

provider "aws" {
  region = var.region
}

module "machine" {
  source   = "../../modules/aws-rightsized-instance"
  for_each = var.machines

  key                   = each.key
  instances             = var.instances
  initial_instance_type = each.value.instance_type
  ami                   = var.ami
  subnet_id             = var.subnet_id
  tags                  = each.value.tags
}
