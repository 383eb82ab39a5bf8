variable "key" {
  description = "Key of the machine in `instances`; also its name."
  type        = string

  validation {
    condition     = can(regex("^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$", var.key))
    error_message = "The key is the name of the machine: lower-case letters, digits and dashes, a letter first, 63 at most."
  }
}

variable "instances" {
  description = "The map that `headroom tfvars` writes."
  type = map(object({
    machine_type        = string
    workers             = optional(number)
    background_workers  = optional(number)
    database_memory_mib = optional(number)
    reason              = optional(string, "")
  }))
  default = {}

  validation {
    condition = alltrue([
      for size in values(var.instances) : can(regex("^[a-z][a-z0-9-]+$", size.machine_type))
    ])
    error_message = "Every machine_type must be the name of a machine type, such as e2-medium."
  }
}

variable "initial_machine_type" {
  description = "Machine type until `instances` has the machine's key."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]+$", var.initial_machine_type))
    error_message = "The type must be the name of a machine type, such as e2-medium."
  }
}

variable "zone" {
  description = "Zone of the machine."
  type        = string
}

variable "image" {
  description = "Image the boot disk is made from. A later change of it is ignored, because it would replace the machine."
  type        = string
}

variable "boot_disk_gib" {
  description = "Size of the boot disk in GiB."
  type        = number
  default     = 20

  validation {
    condition     = var.boot_disk_gib >= 10
    error_message = "A boot disk has 10 GiB at least."
  }
}

variable "subnetwork" {
  description = "Subnetwork of the machine."
  type        = string
}

variable "service_account" {
  description = "E-mail address of the machine's service account; null for none."
  type        = string
  default     = null
}

variable "managed" {
  description = "Whether Headroom may change the machine itself, between two applies of Terraform: the label `headroom-managed`."
  type        = bool
  default     = false
}

variable "metadata" {
  description = "Further metadata of the machine."
  type        = map(string)
  default     = {}
}

variable "labels" {
  description = "Further labels of the machine."
  type        = map(string)
  default     = {}
}
