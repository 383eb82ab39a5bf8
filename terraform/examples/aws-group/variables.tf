variable "region" {
  description = "Region of the group."
  type        = string
  default     = "us-east-1"
}

variable "ami" {
  description = "Image of the members."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the members."
  type        = list(string)
}

variable "instances" {
  description = "Sizes by key."
  type = map(object({
    instance_type       = string
    workers             = optional(number)
    background_workers  = optional(number)
    database_memory_mib = optional(number)
    reason              = optional(string, "")
  }))
  default = {}
}

variable "instance_fallbacks" {
  description = "The map that headroom tfvars --fallbacks writes."
  type        = map(list(string))
  default     = {}
}
