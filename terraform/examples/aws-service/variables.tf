variable "region" {
  description = "Region of the service."
  type        = string
  default     = "us-east-1"
}

variable "image" {
  description = "Container image of Headroom."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the service."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets of the service, in two availability zones."
  type        = list(string)
}
