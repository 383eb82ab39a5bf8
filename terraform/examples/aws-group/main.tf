# An autoscaling group whose type comes from the same map, with types to take when there is no capacity.

provider "aws" {
  region = var.region
}

module "group" {
  source = "../../modules/aws-rightsized-asg"

  key                   = "web"
  instances             = var.instances
  instance_fallbacks    = var.instance_fallbacks
  initial_instance_type = "m6a.large"
  ami                   = var.ami
  subnet_ids            = var.subnet_ids
  min_size              = 2
  max_size              = 6
}
