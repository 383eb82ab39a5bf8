variable "name" {
  description = "Name of everything that is made."
  type        = string
  default     = "headroom"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,30}$", var.name))
    error_message = "The name must have lower-case letters, digits and dashes, a letter first, 31 at most."
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

variable "vpc_id" {
  description = "VPC of the tasks and the database."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets of the tasks and the database, in two availability zones at least. They must reach the APIs of AWS."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "The database needs subnets in two availability zones."
  }
}

variable "reader_policy_arn" {
  description = "Policy that allows reading, from the module headroom-iam-aws."
  type        = string
}

variable "assumable_role_arns" {
  description = "Roles in other accounts that the tasks may take."
  type        = list(string)
  default     = []
}

variable "schedule" {
  description = "When the batch job runs, as EventBridge Scheduler takes it."
  type        = string
  default     = "cron(15 5 * * ? *)"

  validation {
    condition     = can(regex("^(cron|rate)\\(.+\\)$", var.schedule))
    error_message = "The schedule must be cron(...) or rate(...)."
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

variable "secrets" {
  description = "Further secrets of both: environment variable to ARN in Secrets Manager."
  type        = map(string)
  default     = {}
}

variable "serve_count" {
  description = "How many endpoints run; 0 for none."
  type        = number
  default     = 1

  validation {
    condition     = var.serve_count >= 0 && floor(var.serve_count) == var.serve_count
    error_message = "The count must be a whole number, 0 or more."
  }
}

variable "target_group_arn" {
  description = "Target group (of type ip, port 8080) of the load balancer before the endpoint; null for none."
  type        = string
  default     = null
}

variable "client_security_group_ids" {
  description = "Security groups that may reach the endpoint, such as the load balancer's."
  type        = list(string)
  default     = []
}

variable "cpu" {
  description = "CPU units of a task, as Fargate takes them."
  type        = number
  default     = 1024
}

variable "memory_mib" {
  description = "Memory of a task in MiB, as Fargate takes it."
  type        = number
  default     = 2048
}

variable "database_instance_class" {
  description = "Class of the PostgreSQL instance."
  type        = string
  default     = "db.t4g.micro"

  validation {
    condition     = startswith(var.database_instance_class, "db.")
    error_message = "The class must begin with db."
  }
}

variable "database_storage_gib" {
  description = "Storage of the database in GiB at first; it grows to ten times that."
  type        = number
  default     = 20

  validation {
    condition     = var.database_storage_gib >= 20
    error_message = "The database has 20 GiB at least."
  }
}

variable "database_multi_az" {
  description = "Whether the database has a standby in another availability zone."
  type        = bool
  default     = false
}

variable "deletion_protection" {
  description = "Whether the database is kept from being destroyed."
  type        = bool
  default     = true
}

variable "log_retention_days" {
  description = "How long logs are kept, in days."
  type        = number
  default     = 30
}

variable "tags" {
  description = "Tags of everything that is made."
  type        = map(string)
  default     = {}
}
