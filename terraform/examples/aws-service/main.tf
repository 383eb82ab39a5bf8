# Headroom itself on Fargate: a batch job every morning and an endpoint, with a role that reads.

provider "aws" {
  region = var.region
}

module "iam" {
  source = "../../modules/headroom-iam-aws"

  trusted_services = ["ecs-tasks.amazonaws.com"]
}

module "service" {
  source = "../../modules/headroom-service-aws"

  image             = var.image
  vpc_id            = var.vpc_id
  subnet_ids        = var.subnet_ids
  reader_policy_arn = module.iam.policy_arn
}
