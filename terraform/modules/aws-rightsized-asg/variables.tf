variable "key" {
  description = "Key of the group in `instances` and `instance_fallbacks`; also its name."
  type        = string

  validation {
    condition     = trimspace(var.key) != ""
    error_message = "The key must not be empty."
  }
}

variable "instances" {
  description = "The map that `headroom tfvars` writes, with an entry for the group that somebody made: Headroom recommends sizes for machines, and members of a group are not changed one by one."
  type = map(object({
    instance_type       = string
    workers             = optional(number)
    background_workers  = optional(number)
    database_memory_mib = optional(number)
    reason              = optional(string, "")
  }))
  default = {}

  validation {
    condition = alltrue([
      for size in values(var.instances) : can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", size.instance_type))
    ])
    error_message = "Every instance_type must be the name of an EC2 type, such as m7i.large."
  }
}

variable "instance_fallbacks" {
  description = "The map that `headroom tfvars --fallbacks` writes: types to take, in their order, when there is no capacity of the first."
  type        = map(list(string))
  default     = {}
}

variable "initial_instance_type" {
  description = "Type of the members until `instances` has the group's key."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", var.initial_instance_type))
    error_message = "The type must be the name of an EC2 type, such as m7i.large."
  }
}

variable "ami" {
  description = "Image of the members. A change of it replaces them, a few at a time."
  type        = string

  validation {
    condition     = startswith(var.ami, "ami-")
    error_message = "The image must be an id that begins with ami-."
  }
}

variable "subnet_ids" {
  description = "Subnets of the members."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) > 0
    error_message = "A group needs a subnet."
  }
}

variable "vpc_security_group_ids" {
  description = "Security groups of the members."
  type        = list(string)
  default     = []
}

variable "min_size" {
  description = "Fewest members."
  type        = number
}

variable "max_size" {
  description = "Most members."
  type        = number
}

variable "target_group_arns" {
  description = "Target groups of load balancers that members join."
  type        = list(string)
  default     = []
}

variable "iam_instance_profile" {
  description = "Instance profile of the members; null for none."
  type        = string
  default     = null
}

variable "user_data" {
  description = "Script of the first boot; null for none. It finds worker counts in the tags of its machine."
  type        = string
  default     = null
}

variable "min_healthy_percentage" {
  description = "Share of the group that must be healthy while its members are replaced by ones of another type."
  type        = number
  default     = 90

  validation {
    condition     = var.min_healthy_percentage >= 0 && var.min_healthy_percentage <= 100
    error_message = "The share is a percentage from 0 to 100."
  }
}

variable "tags" {
  description = "Further tags of the members."
  type        = map(string)
  default     = {}
}
