variable "project" {
  description = "Project of the machines."
  type        = string
}

variable "zone" {
  description = "Zone of the machines."
  type        = string
  default     = "us-central1-a"
}

variable "image" {
  description = "Image the machines are made from."
  type        = string
  default     = "debian-cloud/debian-12"
}

variable "subnetwork" {
  description = "Subnetwork of the machines."
  type        = string
  default     = "default"
}

variable "machines" {
  description = "Machine type that each machine is made as, by key."
  type        = map(string)
  default = {
    erp = "e2-standard-4"
    web = "e2-standard-2"
  }
}

variable "instances" {
  description = "The map that headroom tfvars writes into sizes.auto.tfvars.json."
  type = map(object({
    machine_type        = string
    workers             = optional(number)
    background_workers  = optional(number)
    database_memory_mib = optional(number)
    reason              = optional(string, "")
  }))
  default = {}
}

variable "readers" {
  description = "Who may read what Headroom needs, such as serviceAccount:headroom@acme-ops.iam.gserviceaccount.com."
  type        = set(string)
  default     = []
}
