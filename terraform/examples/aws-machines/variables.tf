variable "region" {
  description = "Region of the machines."
  type        = string
  default     = "us-east-1"
}

variable "ami" {
  description = "Image the machines are made from."
  type        = string
}

variable "subnet_id" {
  description = "Subnet of the machines."
  type        = string
}

variable "machines" {
  description = "The machines, by key: what they are made as, and their tags."
  type = map(object({
    instance_type = string
    tags          = optional(map(string), {})
  }))
  default = {
    erp    = { instance_type = "m5.2xlarge", tags = { env = "prod" } }
    web    = { instance_type = "m5.xlarge", tags = { env = "prod" } }
    worker = { instance_type = "m6a.large", tags = { env = "prod" } }
  }
}

variable "instances" {
  description = "The map that headroom tfvars writes into sizes.auto.tfvars.json."
  type = map(object({
    instance_type       = string
    workers             = optional(number)
    background_workers  = optional(number)
    database_memory_mib = optional(number)
    reason              = optional(string, "")
  }))
  default = {}
}
