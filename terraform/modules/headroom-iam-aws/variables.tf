variable "name" {
  description = "Name of the role and of its policy."
  type        = string
  default     = "headroom-reader"

  validation {
    condition     = can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", var.name))
    error_message = "The name must have letters, digits and +=,.@_- alone, 64 at most."
  }
}

variable "trusted_principal_arns" {
  description = "Who may take the role: ARNs of users, roles or accounts."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.trusted_principal_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:", arn))])
    error_message = "Every principal must be an ARN such as arn:aws:iam::111122223333:root."
  }
}

variable "trusted_services" {
  description = "Services of AWS that may take the role, such as ecs-tasks.amazonaws.com."
  type        = list(string)
  default     = []
}

variable "external_id" {
  description = "External id that whoever takes the role must give; null for none. Use one if the role is for somebody else's account."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of the role and the policy."
  type        = map(string)
  default     = {}
}
