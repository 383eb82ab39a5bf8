output "task_role_arn" {
  description = "Role that Headroom has."
  value       = module.service.task_role_arn
}
