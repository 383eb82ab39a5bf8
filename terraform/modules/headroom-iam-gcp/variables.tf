variable "project" {
  description = "Project whose machines are read."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project))
    error_message = "The project must be the id of a project."
  }
}

variable "role_id" {
  description = "Id of the custom role."
  type        = string
  default     = "headroomReader"

  validation {
    condition     = can(regex("^[a-zA-Z0-9_.]{3,64}$", var.role_id))
    error_message = "The id must have letters, digits, periods and underscores alone, 3 to 64."
  }
}

variable "members" {
  description = "Who has the role, such as serviceAccount:headroom@acme-ops.iam.gserviceaccount.com."
  type        = set(string)

  validation {
    condition     = alltrue([for member in var.members : can(regex("^(user|group|serviceAccount|principal|principalSet):", member))])
    error_message = "Every member must say what it is, such as serviceAccount:ADDRESS."
  }
}
