output "name" {
  description = "Name of the group."
  value       = aws_autoscaling_group.this.name
}

output "launch_template_id" {
  description = "Id of the launch template."
  value       = aws_launch_template.this.id
}

output "instance_types" {
  description = "Types of the members, in the order in which they are taken."
  value       = local.types
}
