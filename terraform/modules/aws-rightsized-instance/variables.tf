variable "key" {
  description = "Key of the machine in `instances`; also its `headroom:key` tag."
  type        = string

  validation {
    condition     = trimspace(var.key) != ""
    error_message = "The key must not be empty."
  }
}

variable "instances" {
  description = "The map that `headroom tfvars` writes."
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

  validation {
    condition = alltrue(flatten([
      for size in values(var.instances) : [
        for count in [size.workers, size.background_workers, size.database_memory_mib] :
        count == null ? true : count >= 0 && floor(count) == count
      ]
    ]))
    error_message = "Worker counts and memory must be whole numbers, 0 or more."
  }
}

variable "initial_instance_type" {
  description = "Type of the machine until `instances` has its key."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", var.initial_instance_type))
    error_message = "The type must be the name of an EC2 type, such as m7i.large."
  }
}

variable "ami" {
  description = "Image the machine is made from. A later change of it is ignored, because it would replace the machine."
  type        = string

  validation {
    condition     = startswith(var.ami, "ami-")
    error_message = "The image must be an id that begins with ami-."
  }
}

variable "subnet_id" {
  description = "Subnet of the machine."
  type        = string
}

variable "vpc_security_group_ids" {
  description = "Security groups of the machine."
  type        = list(string)
  default     = []
}

variable "key_name" {
  description = "Name of the key pair for SSH; null for none."
  type        = string
  default     = null
}

variable "iam_instance_profile" {
  description = "Instance profile of the machine; null for none."
  type        = string
  default     = null
}

variable "user_data" {
  description = "Script of the first boot; null for none. A later change of it is ignored: worker counts come by tag or parameter instead."
  type        = string
  default     = null
}

variable "root_volume" {
  description = "Root volume: size in GiB and type. It is encrypted. Null for what the image says."
  type = object({
    size_gib = number
    type     = optional(string, "gp3")
  })
  default = null
}

variable "detailed_monitoring" {
  description = "Whether CloudWatch gets a sample a minute instead of one in five."
  type        = bool
  default     = false
}

variable "cpu_credits" {
  description = "What a burstable type does when its credits are spent: `standard` or `unlimited`. Other types ignore it."
  type        = string
  default     = "unlimited"

  validation {
    condition     = contains(["standard", "unlimited"], var.cpu_credits)
    error_message = "The credit mode must be standard or unlimited."
  }
}

variable "managed" {
  description = "Whether Headroom may change the machine itself, between two applies of Terraform: the tag `headroom:managed`."
  type        = bool
  default     = false
}

variable "carry_workers_by" {
  description = "How worker counts reach the machine: `tag`, `parameter` (of Systems Manager), both, or none."
  type        = set(string)
  default     = ["tag"]

  validation {
    condition     = length(setsubtract(var.carry_workers_by, ["tag", "parameter"])) == 0
    error_message = "Worker counts are carried by tag or parameter."
  }
}

variable "parameter_prefix" {
  description = "Path of the parameter, without the key."
  type        = string
  default     = "/headroom"

  validation {
    condition     = can(regex("^(/[A-Za-z0-9_.-]+)+$", var.parameter_prefix))
    error_message = "The path must begin with a slash and have letters, digits, _, . and - between slashes."
  }
}

variable "tags" {
  description = "Further tags of the machine."
  type        = map(string)
  default     = {}
}
