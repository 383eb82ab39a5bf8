variable "project" {
  description = "Project that everything is made in."
  type        = string
}

variable "region" {
  description = "Region that everything is made in."
  type        = string
}

variable "name" {
  description = "Name of everything that is made."
  type        = string
  default     = "headroom"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,20}$", var.name))
    error_message = "The name must have lower-case letters, digits and dashes, a letter first, 5 to 21."
  }
}

variable "image" {
  description = "Container image of Headroom, with a tag or digest that does not move."
  type        = string

  validation {
    condition     = can(regex("[:@]", var.image)) && !endswith(var.image, ":latest")
    error_message = "The image must have a tag other than latest, or a digest."
  }
}

variable "network" {
  description = "VPC network of the database; it must have private services access."
  type        = string
}

variable "subnetwork" {
  description = "Subnetwork through which the containers reach the database."
  type        = string
}

variable "schedule" {
  description = "When the batch job runs, in the form of cron."
  type        = string
  default     = "15 5 * * *"

  validation {
    condition     = length(split(" ", var.schedule)) == 5
    error_message = "The schedule must have five fields."
  }
}

variable "schedule_timezone" {
  description = "Time zone of the schedule."
  type        = string
  default     = "UTC"
}

variable "batch_command" {
  description = "What the batch job does: arguments of headroom."
  type        = list(string)
  default     = ["run"]
}

variable "serve_command" {
  description = "What the endpoint does: arguments of headroom."
  type        = list(string)
  default     = ["serve", "--host", "0.0.0.0"]
}

variable "environment" {
  description = "Further environment variables of both. No secrets: they are readable."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.environment) : can(regex("^[A-Z][A-Z0-9_]*$", name))])
    error_message = "Names must have upper-case letters, digits and underscores."
  }
}

variable "invokers" {
  description = "Who may call the endpoint, such as group:finops@example.com. Nobody else may."
  type        = set(string)
  default     = []

  validation {
    condition     = !contains(var.invokers, "allUsers") && !contains(var.invokers, "allAuthenticatedUsers")
    error_message = "The endpoint is not for everybody: name users, groups or service accounts."
  }
}

variable "database_tier" {
  description = "Tier of the PostgreSQL instance."
  type        = string
  default     = "db-custom-1-3840"
}

variable "deletion_protection" {
  description = "Whether the database is kept from being destroyed."
  type        = bool
  default     = true
}

variable "labels" {
  description = "Labels of everything that is made."
  type        = map(string)
  default     = {}
}
